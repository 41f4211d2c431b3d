import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../../db/base-properties.ts'
import { Artist } from '../artists/artist.entity.ts'

const AlbumSchema = defineEntity({
  name: 'Album',
  tableName: 'albums',
  properties: {
    ...baseProperties,
    title: p.string().length(500),
    /** The folded title: what is compared and sorted by. */
    titleKey: p.text().collation('C'),
    artist: () => p.manyToOne(Artist).ref(),
    year: p.smallint().strictNullable(),
    coverId: p.uuid().strictNullable(),
    /** SHA-256 of the image the cover was made from, hex: tracks that carry the same one share it. */
    coverSha256: p.string().length(64).strictNullable(),
    /** One gain for all its tracks, which keeps their differences; settled by `settleAlbumLoudness`. */
    gainDb: p.float().strictNullable(),
    /** The largest sample of its tracks, 1 is full scale. */
    peak: p.float().strictNullable(),
  },
  indexes: [{ properties: ['titleKey', 'id'] }],
  uniques: [{ properties: ['artist', 'titleKey'] }],
})

/** A release: its tracks share an album artist and a title. */
export class Album extends AlbumSchema.class {}
AlbumSchema.setClass(Album)
