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
  indexes: [
    {
      name: 'artists_name_key_trigrams',
      expression: (columns, table, name) =>
        `create index "${name}" on ${table} using gin (${columns.nameKey} gin_trgm_ops)`,
    },
  ],
})

/** Who performs a track or made an album. */
export class Artist extends ArtistSchema.class {}
ArtistSchema.setClass(Artist)
