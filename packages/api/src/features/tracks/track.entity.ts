import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../../db/base-properties.ts'
import { Album } from '../albums/album.entity.ts'
import { Artist } from '../artists/artist.entity.ts'

export const loudnessSources = ['tags', 'measured'] as const
export type LoudnessSource = (typeof loudnessSources)[number]

const listed = 'removed_at is null'

const TrackSchema = defineEntity({
  name: 'Track',
  tableName: 'tracks',
  properties: {
    ...baseProperties,
    title: p.string().length(500),
    /** The folded title: what is sorted by. */
    titleKey: p.text().collation('C'),
    artist: () => p.manyToOne(Artist).ref(),
    album: () => p.manyToOne(Album).ref().strictNullable().index(),
    genre: p.string().length(100).strictNullable(),
    year: p.smallint().strictNullable().index(),
    trackNumber: p.smallint().strictNullable(),
    discNumber: p.smallint().strictNullable(),
    durationMs: p.integer(),
    contentType: p.string().length(50),
    sizeBytes: p.bigint('number'),
    /** Of the whole file, hex. */
    sha256: p.string().length(64).unique(),
    codec: p.string().length(100),
    /** Bits per second. */
    bitrate: p.integer().strictNullable(),
    /** What brings it to -18 LUFS, the reference of ReplayGain 2; null while nobody knows. */
    trackGainDb: p.float().strictNullable(),
    /** The largest sample, 1 is full scale; may exceed it. */
    trackPeak: p.float().strictNullable(),
    /** As the file's tags tell them; what its album plays by is settled there. */
    albumGainDb: p.float().strictNullable(),
    albumPeak: p.float().strictNullable(),
    /** Whence the gains are; null like them. */
    loudnessSource: p
      .enum(() => loudnessSources)
      .$type<LoudnessSource>()
      .strictNullable(),
    objectKey: p.string().length(200),
    coverId: p.uuid().strictNullable(),
    /** Folded title, artist and album: what a search reads. */
    searchText: p.text(),
    playCount: p.integer().default(0),
    /** By chance, below 2^20: where shuffles find it (`shuffle-order.ts`). */
    shuffleKey: p
      .integer()
      .defaultRaw('floor(random() * 1048576)::integer')
      // PostgreSQL spells the default its own way.
      .ignoreSchemaChanges('default'),
    removedAt: p.datetime(3).strictNullable(),
  },
  indexes: [
    // Of what listeners see alone: counting it, or passing over much of it, reads no table.
    { name: 'tracks_listed_index', properties: ['id'], where: listed },
    { properties: ['titleKey', 'id'], where: listed },
    { properties: ['durationMs', 'id'], where: listed },
    { properties: ['genre', 'id'], where: listed },
    { name: 'tracks_popular_index', properties: ['playCount', 'id'], where: listed },
    { properties: ['artist', 'id'] },
    { properties: ['shuffleKey'], where: listed },
    {
      name: 'tracks_search_text_index',
      expression: (columns, table, name) =>
        `create index "${name}" on ${table} using gin (${columns.searchText} gin_trgm_ops)`,
    },
  ],
})

/** One piece of music: a row here, one object in the store. */
export class Track extends TrackSchema.class {}
TrackSchema.setClass(Track)
