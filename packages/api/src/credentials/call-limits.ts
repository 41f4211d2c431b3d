import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import type { Limits } from '../config.ts'
import { DomainError } from '../errors.ts'
import { type LimitName, type OnLimit, secondsUntil } from './exact-limiter.ts'
import type { LimitStore } from './limit-store.ts'

/** Calls are counted by the minute of the clock, so that processes mean the same one. */
const windowMs = 60_000
const settleEveryMs = 5_000
/** A flood of keys makes a process forget the first of them, not grow. */
const maxKeys = 50_000
/** Who makes less than this part of what is allowed is not worth a row. */
const settledPart = 0.1

export type CallerKind = 'address' | 'admin' | 'user'

/** What one key has used up in the current minute. */
interface Usage {
  kind: CallerKind
  /** Calls here that the other processes don't know of yet. */
  unsettled: number
  settled: number
  /** Calls in other processes. */
  elsewhere: number
  isNoted: boolean
}

/**
 * Counts calls in memory, so that a call costs no statement, and settles with the other processes
 * every few seconds in one statement for all callers: together they let through a little more than
 * the limit, never much more.
 */
export class CallLimits implements Disposable {
  readonly #store: LimitStore
  readonly #limiters: Record<CallerKind, RateLimiterMemory>
  readonly #usages = new Map<string, Usage>()
  #windowEnd = 0
  #timer: NodeJS.Timeout | null = null

  constructor(store: LimitStore, limits: Partial<Limits>) {
    const limiter = (points = 0) => new RateLimiterMemory({ points, duration: windowMs / 1000 })
    this.#store = store
    this.#limiters = {
      address: limiter(limits.callsPerAddress),
      admin: limiter(limits.callsPerAdmin),
      user: limiter(limits.callsPerUser),
    }
  }

  /** Whether it makes no difference who calls. */
  get isOff(): boolean {
    return Object.values(this.#limiters).every(({ points }) => points === 0)
  }

  /** Counts one call. Errors: rate_limited. */
  async take(kind: CallerKind, id: string, onLimit: OnLimit): Promise<void> {
    const limiter = this.#limiters[kind]
    if (limiter.points === 0) return
    const key = `${names[kind]}:${id}`
    const usage = this.#usage(kind, key)
    try {
      await limiter.consume(key, 1, { customDuration: this.#secondsLeft })
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      if (!usage.isNoted) onLimit(names[kind])
      usage.isNoted = true
      throw new DomainError('rate_limited', { retryAfter: secondsUntil(refusal.msBeforeNext) })
    }
    usage.unsettled += 1
    this.#timer ??= setTimeout(() => void this.#settleInTime(), settleEveryMs).unref()
  }

  /** Tells the other processes of the calls made here, and learns of theirs. */
  async settle(): Promise<void> {
    const windowEnd = this.#windowEnd
    const due = [...this.#usages]
      .filter(([, usage]) => this.#isDue(usage))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    if (due.length === 0) return
    const counts = due.map(([, usage]) => usage.unsettled)
    const { rows } = await this.#store.query({
      text: settlement,
      values: [due.map(([key]) => key), counts, windowEnd],
    })
    due.forEach(([, usage], index) => {
      usage.unsettled -= counts[index] ?? 0
      usage.settled += counts[index] ?? 0
    })
    if (windowEnd === this.#windowEnd) await this.#learn(rows as SettledRow[], windowEnd)
  }

  [Symbol.dispose](): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  async #learn(rows: SettledRow[], windowEnd: number): Promise<void> {
    for (const { key, points, expire } of rows) {
      const usage = this.#usages.get(key)
      if (!usage || Number(expire) !== windowEnd) continue
      const news = points - usage.settled - usage.elsewhere
      if (news <= 0) continue
      usage.elsewhere += news
      await this.#limiters[usage.kind].penalty(key, news, { customDuration: this.#secondsLeft })
    }
  }

  async #settleInTime(): Promise<void> {
    this.#timer = null
    try {
      await this.settle()
    } catch {
      // The database is away: each process counts for itself until the next call.
    }
  }

  #isDue({ kind, unsettled, settled, elsewhere }: Usage): boolean {
    const { points } = this.#limiters[kind]
    return unsettled > 0 && unsettled + settled + elsewhere >= points * settledPart
  }

  #usage(kind: CallerKind, key: string): Usage {
    const windowEnd = (Math.floor(Date.now() / windowMs) + 1) * windowMs
    if (windowEnd !== this.#windowEnd) this.#usages.clear()
    this.#windowEnd = windowEnd
    const former = this.#usages.get(key)
    if (former) return former
    const usage = { kind, unsettled: 0, settled: 0, elsewhere: 0, isNoted: false }
    this.#usages.set(key, usage)
    this.#forgetBeyond(maxKeys)
    return usage
  }

  #forgetBeyond(size: number): void {
    for (const [key, { kind }] of this.#usages) {
      if (this.#usages.size <= size) break
      this.#usages.delete(key)
      void this.#limiters[kind].delete(key)
    }
  }

  get #secondsLeft(): number {
    return Math.max(1, this.#windowEnd - Date.now()) / 1000
  }
}

const names = {
  address: 'calls_per_address',
  admin: 'calls_per_admin',
  user: 'calls_per_user',
} satisfies Record<CallerKind, LimitName>

interface SettledRow {
  key: string
  points: number
  expire: number | string
}

/** Adds to the same minute's count, begins a new one's, and leaves that of a clock ahead alone. */
const settlement = `
  insert into rate_limits as r (key, points, expire)
  select key, points, $3 from unnest($1::text[], $2::int[]) as usage (key, points)
  on conflict (key) do update set
    points = case
      when r.expire = excluded.expire then r.points + excluded.points
      when r.expire > excluded.expire then r.points
      else excluded.points
    end,
    expire = greatest(r.expire, excluded.expire)
  returning key, points, expire`
