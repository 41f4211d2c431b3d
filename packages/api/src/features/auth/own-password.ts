import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { verifyPassword } from '../../credentials/passwords.ts'
import { ensure } from '../../errors.ts'
import type { Context } from '../../trpc/context.ts'
import { User } from './user.entity.ts'

/**
 * Makes sure that a signed-in caller knows the account's password.
 * Errors: invalid_credentials, session_expired when the account is gone.
 * @returns the hash it was verified against
 */
export async function ensureOwnPassword(
  ctx: Context & { em: SqlEntityManager; user: User },
  password: string,
): Promise<string> {
  const user = await ctx.em
    .fork()
    .findOne(User, { id: ctx.user.id }, { populate: ['passwordHash'] })
  ensure(user, 'session_expired')
  const isRight = await verifyPassword(user.passwordHash, password)
  if (!isRight) ctx.note('sign_in_failed', { userId: user.id })
  ensure(isRight, 'invalid_credentials')
  return user.passwordHash
}
