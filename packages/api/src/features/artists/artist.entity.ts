import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../../db/base-properties.ts'

const ArtistSchema = defineEntity({
  name: 'Artist',
  tableName: 'artists',
  properties: {
    ...baseProperties,
    name: p.string().length(500),
    /** The folded name: what is compared, sorted by and unique. */
    nameKey: p.text().collation('C').unique(),
  },
})

/** Who performs a track or made an album. */
export class Artist extends ArtistSchema.class {}
ArtistSchema.setClass(Artist)
