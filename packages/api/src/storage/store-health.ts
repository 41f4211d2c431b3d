/** An answer of the store is believed for so long. */
const freshMs = 1_000

/**
 * Remembers for a second that the store answered, so that handing out links asks it once a second at
 * most, however many are handed out. That it failed is never remembered.
 * @param check rejects when the store does not answer
 */
export function createHealth(check: () => Promise<void>): () => Promise<void> {
  let answeredAt = -Infinity
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    const began = performance.now()
    try {
      await check()
      answeredAt = began
    } finally {
      asking = undefined
    }
  }

  return () => (performance.now() - answeredAt < freshMs ? Promise.resolve() : (asking ??= ask()))
}
