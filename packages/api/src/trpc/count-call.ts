import { addressKey } from '../credentials/address-key.ts'
import type { Caller } from '../credentials/authenticate.ts'
import { DomainError } from '../errors.ts'
import type { Context } from './context.ts'

/**
 * Counts one call, each of a batch for itself: of a user wherever the calls come from, of whoever
 * is signed out by address. Errors: rate_limited.
 */
export async function countCall(ctx: Context): Promise<void> {
  const { calls } = ctx.services.limits
  if (calls.isOff) return
  const caller = await whoCalls(ctx)
  if (caller === 'unknown') return
  const [kind, id] = caller
    ? ([caller.user.role === 'admin' ? 'admin' : 'user', caller.user.id] as const)
    : (['address', addressKey(ctx.request.address)] as const)
  const userId = caller?.user.id ?? null
  await calls.take(kind, id, (limit) => ctx.note('limit_reached', { limit, userId }))
}

/** Whose credentials are refused is nobody; unknown while the database is away: it was no call. */
async function whoCalls(ctx: Context): Promise<Caller | null | 'unknown'> {
  try {
    return await ctx.caller()
  } catch (error) {
    return error instanceof DomainError ? null : 'unknown'
  }
}
