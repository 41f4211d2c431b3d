import type { Deck } from './deck.ts'
import { hasGraph, openGraphMixer } from './graph-mixer.ts'
import type { Mixer, TellEngine } from './mixer.ts'
import { PlainMixer } from './plain-mixer.ts'

/** The best mixer that this browser has. */
export async function openMixer(decks: readonly Deck[], tell: TellEngine): Promise<Mixer> {
  const elements = decks.map(({ element }) => element)
  if (!hasGraph()) return new PlainMixer(elements, tell)
  try {
    return await openGraphMixer(elements, tell)
  } catch {
    return new PlainMixer(elements, tell)
  }
}
