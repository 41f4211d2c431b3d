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
    /** Since when it is out of the list. It keeps its place until it is swept, to be put back. */
    removedAt: p.datetime(3).strictNullable(),
  },
  indexes: [
    {
      name: 'playlist_tracks_removed_index',
      expression: (columns, table, name) =>
        `create index "${name}" on ${table} (${columns.playlist}, ${columns.removedAt}) where ${columns.removedAt} is not null`,
    },
  ],
  uniques: [{ properties: ['playlist', 'position'], deferMode: 'deferred' }],
})

/** One entry of a playlist: the same track may stand in it twice. */
export class PlaylistTrack extends PlaylistTrackSchema.class {}
PlaylistTrackSchema.setClass(PlaylistTrack)
