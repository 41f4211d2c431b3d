import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** More callers than are at hand in one window, and no danger to the memory. */
const maxKeys = 50_000

/** Counts in this process. A flood of keys makes it forget the first of them, not grow. */
export class BoundedMemory extends RateLimiterMemory {
  readonly #keys = new Set<string | number>()

  override consume(
    ...[key, ...rest]: Parameters<RateLimiterMemory['consume']>
  ): Promise<RateLimiterRes> {
    this.#makeRoom(key)
    return super.consume(key, ...rest)
  }

  #makeRoom(key: string | number): void {
    this.#keys.add(key)
    for (const first of this.#keys) {
      if (this.#keys.size <= maxKeys) break
      this.#keys.delete(first)
      void this.delete(first)
    }
  }
}
