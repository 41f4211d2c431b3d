import { createHash } from 'node:crypto'

import type { MikroORM } from '@mikro-orm/postgresql'

import type { Limits } from '../config.ts'
import { DomainError } from '../errors.ts'
import { addressKey } from './address-key.ts'
import { ExactLimiter, type LimitName, type OnLimit } from './exact-limiter.ts'
import { createQueues } from './hashing-queue.ts'
import { isKnownAddress } from './known-addresses.ts'
import type { LimitStore } from './limit-store.ts'

const seconds = 900
/** Failed sign-ins to an account from all addresses together. */
const everywhere = 300

/** Who tries to sign in, and from where. */
export interface Attempt {
  /** As it was typed, whether or not anybody has it; null: what is tried names no account. */
  email: string | null
  address: string
  onLimit: OnLimit
}

interface Count {
  limiter: ExactLimiter
  key: string
  /** What the table knows the key as. */
  row: string
}

/**
 * The limits of failed sign-ins: per account and address, per address, and per account over all
 * addresses, which spares those it signed in from lately, so that nobody is locked out by guesses
 * made elsewhere.
 */
export class SignInLimits {
  readonly #orm: MikroORM
  readonly #store: LimitStore
  readonly #pair: ExactLimiter
  readonly #address: ExactLimiter
  readonly #account: ExactLimiter
  /** How many checks are under way that a row counts: they may yet be taken back. */
  readonly #undecided = new Map<string, number>()
  /** One check of a pair at a time: many right passwords at once are no guesses. */
  readonly #inTurn = createQueues({ atOnce: 1, waiting: 100 })

  constructor(
    orm: MikroORM,
    store: LimitStore,
    { signInPerAccount = 0, signInPerAddress = 0 }: Partial<Limits>,
  ) {
    const limiter = (name: LimitName, points: number) =>
      new ExactLimiter(store, { name, points, seconds })
    this.#orm = orm
    this.#store = store
    this.#pair = limiter('sign_in_per_account', signInPerAccount)
    this.#address = limiter('sign_in_per_address', signInPerAddress)
    const perAccount = signInPerAccount && Math.max(everywhere, signInPerAccount)
    this.#account = limiter('sign_in_per_account_everywhere', perAccount)
  }

  /**
   * Checks a password within the limits. A check counts as failed before it begins, so that guesses
   * made at once cannot pass a limit together; this is taken back unless the password was wrong.
   * Errors: rate_limited, before anything is checked.
   * @param check null: the password is wrong
   */
  async attempt<T>(attempt: Attempt, check: () => Promise<T | null>): Promise<T | null> {
    if (this.#pair.isOff && this.#address.isOff) return check()
    const address = addressKey(attempt.address)
    const account = attempt.email === null ? null : hashEmail(attempt.email)
    const pair = `${account} ${address}`
    return this.#inTurn(pair, async () => {
      const counts: Count[] = []
      let result: T | null
      try {
        await this.#count(counts, attempt, { pair, address, account })
        result = await check()
        if (result !== null) await this.#takeBack(counts, this.#pair.rowKey(pair))
        return result
      } catch (error) {
        await this.#takeBack(counts)
        throw error
      } finally {
        for (const { row } of counts) this.#decide(row)
      }
    })
  }

  /** What is refused counts no further: neither its address nor its account suffers from it. */
  async #count(
    counts: Count[],
    { email, onLimit }: Attempt,
    { pair, address, account }: { pair: string; address: string; account: string | null },
  ): Promise<void> {
    const isKnown = async () =>
      email !== null && isKnownAddress(this.#orm.em.fork(), { email, address })
    if (account !== null) counts.push(...(await this.#take(this.#pair, pair, onLimit)))
    counts.push(...(await this.#take(this.#address, address, onLimit)))
    if (account !== null)
      counts.push(...(await this.#take(this.#account, account, onLimit, isKnown)))
  }

  /**
   * Counts one, undecided until its check is done.
   * @param isSpared asked where the limit is reached: true lets it pass, and counts it all the same
   */
  async #take(
    limiter: ExactLimiter,
    key: string,
    onLimit: OnLimit,
    isSpared?: () => Promise<boolean>,
  ): Promise<Count[]> {
    if (limiter.isOff) return []
    const row = limiter.rowKey(key)
    const count = { limiter, key, row }
    this.#undecided.set(row, (this.#undecided.get(row) ?? 0) + 1)
    try {
      await limiter
        .take(key, onLimit, () => this.#undecided.get(row) ?? 1)
        .catch(async (refusal) => {
          if (!(await isSpared?.())) throw refusal
        })
      return [count]
    } catch (refusal) {
      const isPassing = refusal instanceof DomainError && refusal.details.retryAfter === 1
      if (isPassing) await this.#takeBack([count])
      this.#decide(row)
      throw refusal
    }
  }

  #decide(row: string): void {
    const left = (this.#undecided.get(row) ?? 1) - 1
    if (left > 0) this.#undecided.set(row, left)
    else this.#undecided.delete(row)
  }

  /** @param cleared the row of a pair that has signed in: its former failures are forgotten */
  async #takeBack(counts: Count[], cleared?: string): Promise<void> {
    if (counts.length === 0) return
    const rows = counts.map(({ row }) => row)
    const text = `
      with cleared as (delete from rate_limits where key = $1)
      update rate_limits set points = points - 1 where key in (
        select key from rate_limits where key = any($2) and points > 0 order by key for update)`
    const values = [cleared, rows.filter((row) => row !== cleared)]
    try {
      await this.#store.query({ text, values })
    } catch {
      // The database is away, and the count with it: memory counts.
      for (const { limiter, key } of counts) await limiter.giveBackInMemory(key)
    }
  }
}

/** A key of one length that keeps no e-mail. */
function hashEmail(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
}
