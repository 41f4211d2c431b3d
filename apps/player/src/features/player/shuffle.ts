/** A seed for an order that nobody has heard before. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31)
}

/** The seed of the round after the one of this seed: always the same, and like no other. */
export function nextSeed(seed: number): number {
  return mix(seed + 0x9e3779b9) >>> 1
}

/** The same items in an order that follows from the seed (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items]
  let state = seed
  for (let at = order.length - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) | 0
    const other = Math.floor((mix(state) / 2 ** 32) * (at + 1))
    const [a, b] = [order[at], order[other]]
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a]
  }
  return order
}

/** Spreads what differs in one bit over all 32 of them (mulberry32). */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 1 | value)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return (mixed ^ (mixed >>> 14)) >>> 0
}
