import { defineEntity, p } from '@mikro-orm/core'

import { User } from '../auth/user.entity.ts'
import { Track } from '../tracks/track.entity.ts'

const FavoriteSchema = defineEntity({
  name: 'Favorite',
  tableName: 'favorites',
  properties: {
    user: () => p.manyToOne(User).ref().primary().deleteRule('cascade'),
    track: () => p.manyToOne(Track).ref().primary().deleteRule('cascade').index(),
    createdAt: p.datetime(3).onCreate(() => new Date()),
  },
  indexes: [{ properties: ['user', 'createdAt'] }, { properties: ['createdAt'] }],
})

/** A track somebody marked as a favourite. */
export class Favorite extends FavoriteSchema.class {}
FavoriteSchema.setClass(Favorite)
