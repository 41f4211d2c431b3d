import type { MikroORM } from '@mikro-orm/postgresql'

import type { Logger } from 'pino'

import type { Limits } from '../config.ts'
import { addressKey } from './address-key.ts'
import { CallLimits } from './call-limits.ts'
import { ExactLimiter, type OnLimit } from './exact-limiter.ts'
import { LimitStore } from './limit-store.ts'
import { SignInLimits } from './sign-in-limits.ts'

/** All limits of one process. */
export interface RateLimits {
  signIns: SignInLimits
  calls: CallLimits
  /** Counts a registration. Errors: rate_limited. */
  takeRegistration(address: string, onLimit: OnLimit): Promise<void>
  /** Counts a refresh. Errors: rate_limited. */
  takeRefresh(address: string, onLimit: OnLimit): Promise<void>
}

/** @param limits what is left out of them is not limited */
export function createRateLimits(
  orm: MikroORM,
  { limits = {}, logger }: { limits?: Partial<Limits> | undefined; logger: Logger },
): RateLimits {
  const store = new LimitStore(orm, logger)
  const registrations = new ExactLimiter(store, {
    name: 'register_per_address',
    points: limits.registerPerAddress ?? 0,
    seconds: 3600,
  })
  const refreshes = new ExactLimiter(store, {
    name: 'refresh_per_address',
    points: limits.refreshPerAddress ?? 0,
    seconds: 900,
  })
  return {
    signIns: new SignInLimits(orm, store, limits),
    calls: new CallLimits(store, limits),
    takeRegistration: (address, onLimit) => registrations.take(addressKey(address), onLimit),
    takeRefresh: (address, onLimit) => refreshes.take(addressKey(address), onLimit),
  }
}

/** Removes the counts whose time is over. */
export async function sweepLimits({ orm }: { orm: MikroORM }): Promise<void> {
  await orm.em.fork().execute('delete from rate_limits where expire <= ?', [Date.now()])
}
