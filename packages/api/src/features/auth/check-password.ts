import type { OnLimit } from '../../credentials/exact-limiter.ts'
import { DomainError } from '../../errors.ts'
import type { Context } from '../../trpc/context.ts'
import type { User } from './user.entity.ts'

/**
 * Checks a password within the limits of failed sign-ins: whatever verifies one goes through here,
 * so that no procedure lends itself to guessing.
 * Errors: invalid_credentials, rate_limited.
 * @param email as it was typed, or the account's
 * @param verify finds the account and verifies the password; unknown and wrong must cost the same
 */
export async function checkPassword(
  ctx: Context,
  email: string,
  verify: () => Promise<{ user: User | null; isRight: boolean }>,
): Promise<User> {
  const { address } = ctx.request
  const attempt = { email, address, onLimit: noteLimit(ctx) }
  let userId: string | null = null
  const user = await ctx.services.limits.signIns.attempt(attempt, async () => {
    const { user, isRight } = await verify()
    userId = user?.id ?? null
    return isRight ? user : null
  })
  if (user) return user
  ctx.note('sign_in_failed', { userId })
  throw new DomainError('invalid_credentials')
}

/**
 * Checks a token that opens an account: wrong ones count as failed sign-ins from that address.
 * Errors: invalid_credentials, rate_limited.
 * @param find what the token stands for; null: it is wrong
 */
export async function checkToken<T>(ctx: Context, find: () => Promise<T | null>): Promise<T> {
  const attempt = { email: null, address: ctx.request.address, onLimit: noteLimit(ctx) }
  const found = await ctx.services.limits.signIns.attempt(attempt, find)
  if (found !== null) return found
  ctx.note('sign_in_failed', { userId: null })
  throw new DomainError('invalid_credentials')
}

/** Logs that a limit was reached, by whom and from where. */
export function noteLimit({ note }: Context): OnLimit {
  return (limit) => note('limit_reached', { limit })
}
