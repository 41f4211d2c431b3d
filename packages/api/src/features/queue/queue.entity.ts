import { defineEntity, p } from '@mikro-orm/core'

import { User } from '../auth/user.entity.ts'
import type { QueueRest, QueueSource } from './queue.schema.ts'

export const repeats = ['off', 'all', 'one'] as const
export type Repeat = (typeof repeats)[number]

const QueueSchema = defineEntity({
  name: 'Queue',
  tableName: 'queues',
  properties: {
    user: () => p.manyToOne(User).ref().primary().deleteRule('cascade'),
    /** A window of the queue, in order: what it goes on with is in `rest`. */
    trackIds: p.array().columnType('uuid[]'),
    /** Which of them were put there by hand, counted from 0. */
    added: p.array().columnType('smallint[]').$type<number[]>(),
    /** Which of them plays, counted from 0. */
    position: p.smallint(),
    positionMs: p.integer(),
    repeat: p.enum(() => repeats).$type<Repeat>(),
    /** The shuffle that it stands in; null: the order of its list. */
    seed: p.bigint('number').strictNullable(),
    source: p.json().$type<QueueSource>().strictNullable(),
    rest: p.json().$type<QueueRest>().strictNullable(),
    /** The device that saved it last, as it calls itself. */
    deviceId: p.uuid(),
    deviceName: p.string().length(100),
    /** Grows with every save of another queue; not while the same one plays on. */
    revision: p.integer(),
    /** When it changed by the clock of that device, in milliseconds: tells its own saves apart. */
    changedAt: p.bigint('number'),
    updatedAt: p.datetime(3),
  },
})

/** What a listener plays and what follows, as their last device left it. */
export class Queue extends QueueSchema.class {}
QueueSchema.setClass(Queue)
