import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

import { DomainError } from '../errors.ts'
import { BoundedMemory } from './bounded-memory.ts'
import type { LimitStore } from './limit-store.ts'

/** The limits by name, as the log calls them. */
export type LimitName =
  | 'calls_per_address'
  | 'calls_per_admin'
  | 'calls_per_user'
  | 'refresh_per_address'
  | 'register_per_address'
  | 'sign_in_per_account'
  | 'sign_in_per_account_everywhere'
  | 'sign_in_per_address'

/** Is told once when a key reaches a limit, not of every refusal after. */
export type OnLimit = (limit: LimitName) => void

export interface Allowance {
  name: LimitName
  /** How often in that time; 0: any number. */
  points: number
  seconds: number
}

/** A flood of keys at their limit makes a process tell of some of them twice, not grow. */
const maxTold = 10_000

/**
 * Counts in PostgreSQL, by one atomic statement each: exact, whichever process counts, and no
 * restart forgets. While the database is away each process counts in its own memory.
 */
export class ExactLimiter {
  readonly #allowance: Allowance
  readonly #limiter: RateLimiterPostgres
  readonly #insurance: BoundedMemory
  readonly #toldUntil = new Map<string, number>()

  constructor(store: LimitStore, allowance: Allowance) {
    const { name: keyPrefix, points, seconds: duration } = allowance
    this.#allowance = allowance
    this.#insurance = new BoundedMemory({ keyPrefix, points, duration })
    this.#limiter = new RateLimiterPostgres({
      storeClient: store,
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
      insuranceLimiter: this.#insurance,
    })
  }

  get isOff(): boolean {
    return this.#allowance.points === 0
  }

  /**
   * Counts one. Errors: rate_limited, when there were so many already.
   * @param undecided how many of those counted, this one too, may yet be taken back: where they make
   * the difference, the limit is not reached, and whoever is refused may soon come again
   */
  async take(key: string, onLimit: OnLimit, undecided = () => 1): Promise<void> {
    const { name, points } = this.#allowance
    if (this.isOff) return
    try {
      await this.#limiter.consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const { consumedPoints, msBeforeNext } = refusal
      if (consumedPoints - undecided() < points)
        throw new DomainError('rate_limited', { retryAfter: 1 })
      if (this.#isNews(key, msBeforeNext)) onLimit(name)
      throw new DomainError('rate_limited', { retryAfter: secondsUntil(msBeforeNext) })
    }
  }

  /** Whether nobody was told yet in this window. */
  #isNews(key: string, msBeforeNext: number): boolean {
    const now = Date.now()
    if ((this.#toldUntil.get(key) ?? 0) > now) return false
    if (this.#toldUntil.size >= maxTold) this.#toldUntil.clear()
    this.#toldUntil.set(key, now + msBeforeNext)
    return true
  }

  /** Takes one back that was counted while the database was away. */
  async giveBackInMemory(key: string): Promise<void> {
    if (await this.#insurance.get(key)) await this.#insurance.reward(key)
  }

  /** What the table knows the key as. */
  rowKey(key: string): string {
    return this.#limiter.getKey(key)
  }
}

/** Whole seconds, at least 1, so that nobody comes back too early. */
export function secondsUntil(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000))
}
