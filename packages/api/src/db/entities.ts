import { Album } from '../features/albums/album.entity.ts'
import { Artist } from '../features/artists/artist.entity.ts'
import { KnownAddress } from '../features/auth/known-address.entity.ts'
import { PasswordReset } from '../features/auth/password-reset.entity.ts'
import { RateLimit } from '../features/auth/rate-limit.entity.ts'
import { Session } from '../features/auth/session.entity.ts'
import { User } from '../features/auth/user.entity.ts'
import { Favorite } from '../features/favorites/favorite.entity.ts'
import { Play } from '../features/history/play.entity.ts'
import { PlaylistTrack } from '../features/playlists/playlist-track.entity.ts'
import { Playlist } from '../features/playlists/playlist.entity.ts'
import { Queue } from '../features/queue/queue.entity.ts'
import { Track } from '../features/tracks/track.entity.ts'
import { Upload } from '../uploads/upload.entity.ts'

/** Every table, in one explicit list: nothing is discovered by file name. */
export const entities = [
  User,
  Session,
  PasswordReset,
  KnownAddress,
  RateLimit,
  Artist,
  Album,
  Track,
  Favorite,
  Play,
  Playlist,
  PlaylistTrack,
  Queue,
  Upload,
]
