import { randomBytes } from 'node:crypto'

import { type SqlEntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql'

import { hashPassword } from '../../credentials/passwords.ts'
import { DomainError } from '../../errors.ts'
import { type Role, User } from './user.entity.ts'

export interface NewUser {
  email: string
  /** Without one nobody can sign in before a link has set it. */
  password?: string
  nickname: string
  role?: Role
}

/** E-mails are compared in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** Makes an account; throws `email_taken`, also for the losers of a race. */
export async function createUser(
  em: SqlEntityManager,
  { email, password = unknownPassword(), nickname, role = 'listener' }: NewUser,
): Promise<User> {
  const key = emailKey(email)
  if ((await em.count(User, { emailKey: key })) > 0) throw new DomainError('email_taken')
  const user = em.create(User, {
    email,
    emailKey: key,
    nickname,
    role,
    passwordHash: await hashPassword(password),
    locale: null,
    avatarId: null,
    disabledAt: null,
    lastSeenAt: null,
  })
  try {
    await em.persist(user).flush()
  } catch (cause) {
    if (cause instanceof UniqueConstraintViolationException)
      throw new DomainError('email_taken', { cause })
    throw cause
  }
  return user
}

function unknownPassword(): string {
  return randomBytes(32).toString('base64url')
}
