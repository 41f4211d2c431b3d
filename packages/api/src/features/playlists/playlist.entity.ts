import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../../db/base-properties.ts'
import { User } from '../auth/user.entity.ts'

const PlaylistSchema = defineEntity({
  name: 'Playlist',
  tableName: 'playlists',
  properties: {
    ...baseProperties,
    owner: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    name: p.string().length(100),
    description: p.string().length(2000).strictNullable(),
    isPublic: p.boolean().default(false),
    /** The unguessable end of the public page's address; null while private. */
    slug: p.string().length(40).strictNullable().unique(),
    /** How often all positions were given anew: what a cursor of before no longer fits. */
    numbering: p.integer().default(0),
    /** Since when it is gone for everyone; until it is swept, its owner may have it back. */
    removedAt: p.datetime(3).strictNullable(),
    /** Of the last change, of the entries too; every change makes it later. */
    updatedAt: p
      .datetime(3)
      .onCreate(() => new Date())
      .onUpdate(({ updatedAt }) => new Date(Math.max(Date.now(), updatedAt.getTime() + 1))),
  },
  indexes: [
    {
      name: 'playlists_removed_index',
      expression: (columns, table, name) =>
        `create index "${name}" on ${table} (${columns.owner}, ${columns.removedAt}) where ${columns.removedAt} is not null`,
    },
  ],
})

/** An ordered list of tracks that somebody keeps. */
export class Playlist extends PlaylistSchema.class {}
PlaylistSchema.setClass(Playlist)
