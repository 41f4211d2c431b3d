import { defineEntity, p } from '@mikro-orm/core'
import { v7 } from 'uuid'

import { User } from '../auth/user.entity.ts'
import { Track } from '../tracks/track.entity.ts'

export const playSources = [
  'album',
  'playlist',
  'search',
  'favorites',
  'history',
  'radio',
  'queue',
] as const
export type PlaySource = (typeof playSources)[number]

const PlaySchema = defineEntity({
  name: 'Play',
  tableName: 'plays',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => v7()),
    user: () => p.manyToOne(User).ref().deleteRule('cascade'),
    track: () => p.manyToOne(Track).ref().deleteRule('cascade').index(),
    playedAt: p.datetime(3),
    positionMs: p.integer().default(0),
    listenedMs: p.integer().default(0),
    completed: p.boolean().default(false),
    sourceKind: p
      .enum(() => playSources)
      .$type<PlaySource>()
      .strictNullable(),
    sourceId: p.uuid().strictNullable(),
  },
  indexes: [
    { properties: ['user', 'id'] },
    { properties: ['user', 'playedAt'] },
    { properties: ['user', 'track', 'id'] },
    { properties: ['playedAt'] },
  ],
})

/** One listening of one track by one user. */
export class Play extends PlaySchema.class {}
PlaySchema.setClass(Play)
