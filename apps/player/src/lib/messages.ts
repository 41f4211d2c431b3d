import { first } from './messages/en/first.ts'
import type { Messages } from './messages/en/index.ts'

type First = typeof first

/** English, as far as it has come. */
export const english: Partial<Messages> = { ...first }

/**
 * The sentences of the player that any page may say, in the language that is spoken now. A change of
 * language changes them in place: sections may be held, a sentence is read while it is drawn.
 */
export const messages: First = copyOf(first)

let spoken: Partial<Messages> = english

/** Puts the sentences of a language in the place of those before. */
export function speak(language: Partial<Messages>): void {
  spoken = language
  replaceIn(messages, spoken)
}

/**
 * The live sentences with those of an area, which come in English with the file that says them: what
 * few pages say need not come with the first.
 */
export function withSentences<Area extends Partial<Messages>>(area: Area): First & Area {
  Object.assign(english, area)
  const grown = Object.assign(messages, copyOf(area))
  replaceIn(messages, spoken)
  return grown
}

function copyOf<Tree extends object>(tree: Tree): Tree {
  const branches = Object.entries(tree).map(([key, value]: [string, unknown]) => [
    key,
    isBranch(value) ? copyOf(value) : value,
  ])
  return Object.fromEntries(branches) as Tree
}

function replaceIn(target: object, source: object): void {
  for (const [key, value] of Object.entries(source)) {
    const held: unknown = Reflect.get(target, key)
    if (isBranch(held) && isBranch(value)) replaceIn(held, value)
    // What was never said in English has not come yet.
    else if (held !== undefined) Reflect.set(target, key, value)
  }
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
