import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './messages/en/index.ts'
import { ko } from './messages/ko/index.ts'
import { messages, speak } from './messages.ts'

const source = join(import.meta.dirname, '..')

/** Paths of all sentences: `queue.clear`, `reasons.forbidden`. */
function pathsOf(tree: object): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? pathsOf(value).map((path) => `${key}.${path}`)
      : [key],
  )
}

test('says in Korean all that it says in English, and nothing else', () => {
  expect(pathsOf(ko).toSorted()).toEqual(pathsOf(en).toSorted())
})

test('leaves no sentence empty', () => {
  const sentenceAt = (tree: object, path: string) =>
    path.split('.').reduce<unknown>((branch, key) => Reflect.get(branch as object, key), tree)
  for (const tree of [en, ko])
    expect(pathsOf(tree).filter((path) => sentenceAt(tree, path) === '')).toEqual([])
})

test('has no sentence that nothing says', () => {
  const code = filesIn(source).map((path) => readFileSync(path, 'utf8'))
  const unused = pathsOf(en).filter((path) => !code.some((text) => says(text, path)))
  expect(unused).toEqual([])
})

test('changes its sentences where they are, so that a held section speaks the new language', () => {
  const { queue } = messages
  speak(ko)
  expect(queue.clear).toBe('대기열 비우기')
  speak(en)
  expect(queue.clear).toBe('Clear queue')
  expect(ko.queue.clear).toBe('대기열 비우기')
})

test('says every reason the server may give in a whole sentence', () => {
  for (const sentence of Object.values(en.reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  for (const sentence of Object.values(ko.reasons)) expect(sentence).toMatch(/요\.$/)
})

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.includes(join('lib', 'messages')))
}

/** Whether a file reads the sentence, by `messages.a.b`, by a held section `a.b` or by `a[name]`. */
function says(text: string, path: string): boolean {
  if (handedOn.some((section) => path.startsWith(section))) return true
  const keys = path.split('.')
  return keys.some((_, index) => {
    const holders = index === 0 ? ['messages'] : namesOf(text, keys.slice(0, index))
    const whole = keys.slice(index).map((key) => `\\.${key}`)
    const byName = whole.slice(0, -1).join('') + '\\['
    return holders.some((holder) =>
      new RegExp(`\\b${holder}(${whole.join('')}\\b|${byName})`).test(text),
    )
  })
}

/** What a file calls a section: its own name where it was taken out of `messages`, or another. */
function namesOf(text: string, section: readonly string[]): string[] {
  const name = section.at(-1) ?? ''
  const renamed = [...text.matchAll(new RegExp(`[{,\\s]${name}: (\\w+)[^{}]*\\} = `, 'g'))]
  const isHeld = new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\} = `).test(text)
  return [...renamed.flatMap(([, alias]) => alias ?? []), ...(isHeld ? [name] : [])]
}

/** Sections that go as a whole to the parts that say them. */
const handedOn = ['reasons', 'fields', 'theme', 'order', 'unreachable', 'unknown', 'tooMany']
