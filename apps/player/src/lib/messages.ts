import { en, type Messages } from './messages/en/index.ts'

/**
 * Every sentence of the player, in the language that is spoken now. A change of language changes it
 * in place: its sections may be held, a sentence is read while it is drawn.
 */
export const messages: Messages = copyOf(en)

/** Puts the sentences of a language in the place of those before. */
export function speak(language: Messages): void {
  replaceIn(messages, language)
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
    else Reflect.set(target, key, value)
  }
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
