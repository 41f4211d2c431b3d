import { createHash } from 'node:crypto'

import { type RawBuilder, sql } from 'kysely'

const bits = 20
/** So many places a shuffle has; about one track lies at each where the library is large. */
export const shufflePlaces = 2 ** bits
const mask = shufflePlaces - 1
const half = bits / 2

/** One of the orders that tracks can be shuffled into, both ways. */
export interface ShuffleOrder {
  /** The place of a row `t` of tracks in this order, in SQL. */
  place: RawBuilder<number>
  /** The shuffle key of the tracks that lie at a place. */
  keyAt(place: number): number
}

/**
 * The order of a seed: keys are mixed by steps that each can be taken back (xor, a product with an
 * odd number, a shift), so that a walk along the places finds their keys without reading the others.
 */
export function shuffleOrder(seed: number): ShuffleOrder {
  const digest = createHash('sha256').update(`shuffle ${seed}`).digest()
  const turn = digest.readUInt32BE(0) & mask
  const first = (digest.readUInt32BE(4) & mask) | 1
  const second = (digest.readUInt32BE(8) & mask) | 1
  const [firstBack, secondBack] = [inverseOf(first), inverseOf(second)]
  const mixed = sql`(((t.shuffle_key # ${turn}::integer)::bigint * ${first}::integer) & ${mask})`
  return {
    place: sql`(((${mixed} # (${mixed} >> ${half})) * ${second}::integer) & ${mask})::integer`,
    keyAt(place) {
      const shifted = Math.imul(place, secondBack) & mask
      const mixed = shifted ^ (shifted >>> half)
      return (Math.imul(mixed, firstBack) & mask) ^ turn
    },
  }
}

/** What an odd number is multiplied with to be 1, modulo the number of places (Newton). */
function inverseOf(odd: number): number {
  let inverse = odd
  for (let known = 3; known < bits; known *= 2)
    inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse))
  return inverse & mask
}
