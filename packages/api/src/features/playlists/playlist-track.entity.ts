import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../../db/base-properties.ts'
import { Track } from '../tracks/track.entity.ts'
import { Playlist } from './playlist.entity.ts'

const PlaylistTrackSchema = defineEntity({
  name: 'PlaylistTrack',
  tableName: 'playlist_tracks',
  properties: {
    ...baseProperties,
    playlist: () => p.manyToOne(Playlist).ref().deleteRule('cascade'),
    track: () => p.manyToOne(Track).ref().deleteRule('cascade').index(),
    /** Orders the entries of one playlist; gaps are usual. */
    position: p.bigint('number'),
  },
  uniques: [{ properties: ['playlist', 'position'], deferMode: 'deferred' }],
})

/** One entry of a playlist: the same track may stand in it twice. */
export class PlaylistTrack extends PlaylistTrackSchema.class {}
PlaylistTrackSchema.setClass(PlaylistTrack)
