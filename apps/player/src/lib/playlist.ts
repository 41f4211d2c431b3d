import type { RouterOutputs } from '@segue/api'

export type Playlist = RouterOutputs['playlists']['byId']
export type PlaylistEntry = RouterOutputs['playlists']['tracks']['items'][number]
