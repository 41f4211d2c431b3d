import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../../db/base-properties.ts'

export const roles = ['listener', 'admin'] as const
export type Role = (typeof roles)[number]

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    ...baseProperties,
    email: p.string().length(254),
    /** The e-mail in lower case: what is compared and unique. */
    emailKey: p.string().length(254).unique(),
    passwordHash: p.string().length(255).hidden().lazy(),
    nickname: p.string().length(40),
    role: p.enum(() => roles).$type<Role>(),
    locale: p.string().length(35).strictNullable(),
    avatarId: p.uuid().strictNullable(),
    disabledAt: p.datetime(3).strictNullable(),
    lastSeenAt: p.datetime(3).strictNullable(),
  },
})

/** Somebody who has an account. */
export class User extends UserSchema.class {}
UserSchema.setClass(User)
