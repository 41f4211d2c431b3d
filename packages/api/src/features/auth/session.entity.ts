import { defineEntity, p } from '@mikro-orm/core'

import { User } from './user.entity.ts'

export const sessionKinds = ['browser', 'device'] as const
export type SessionKind = (typeof sessionKinds)[number]

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    /** SHA-256 of the session's id, hex: the id itself is known to its holder alone. */
    id: p.string().length(64).primary(),
    user: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    kind: p.enum(() => sessionKinds).$type<SessionKind>(),
    /** The sign-in: stays while refresh tokens rotate, and is the id that listings show. */
    signInId: p.uuid().index(),
    deviceName: p.string().length(100).strictNullable(),
    userAgent: p.string().length(300).strictNullable(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
    /** The end of the sign-in however much it is used. */
    endsAt: p.datetime(3),
    /** When a refresh token was exchanged for its successor. */
    spentAt: p.datetime(3).strictNullable(),
  },
  indexes: [
    {
      name: 'sessions_live_unique',
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table} (${columns.signInId}) where ${columns.spentAt} is null`,
    },
  ],
})

/** A sign-in of a browser, or one link in the chain of a device's refresh tokens. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session)
