import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { verifyPassword } from '../../credentials/passwords.ts'
import { ensure } from '../../errors.ts'
import type { Context } from '../../trpc/context.ts'
import { checkPassword } from './check-password.ts'
import { User } from './user.entity.ts'

/**
 * Makes sure that a signed-in caller knows the account's password.
 * Errors: invalid_credentials, rate_limited, session_expired when the account is gone.
 * @returns the hash it was verified against
 */
export async function ensureOwnPassword(
  ctx: Context & { em: SqlEntityManager; user: User },
  password: string,
): Promise<string> {
  const { id, email } = ctx.user
  const user = await ctx.em.fork().findOne(User, { id }, { populate: ['passwordHash'] })
  ensure(user, 'session_expired')
  const { passwordHash } = user
  await checkPassword(ctx, email, async () => ({
    user,
    isRight: await verifyPassword(passwordHash, password),
  }))
  return passwordHash
}
