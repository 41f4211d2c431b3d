import { expect, test } from 'vitest'
import { shortcutOf } from './keyboard.ts'

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  defaultPrevented: false,
  ...more,
})
const page = { closest: () => null }
/** Matches a selector list that names its tag, as an element of that tag would. */
const element = (tag: string) =>
  ({ closest: (selectors: string) => (selectors.split(', ').includes(tag) ? {} : null) }) as never

test('plays or pauses on space, and searches on a slash', () => {
  expect(shortcutOf(press(' '), page)).toBe('toggle')
  expect(shortcutOf(press('/'), page)).toBe('search')
  expect(shortcutOf(press('x'), page)).toBeNull()
})

test('leaves the space to a button, which would act a second time', () => {
  expect(shortcutOf(press(' '), element('button'))).toBeNull()
  expect(shortcutOf(press('/'), element('button'))).toBe('search')
})

test('leaves both to a field', () => {
  expect(shortcutOf(press(' '), element('textarea'))).toBeNull()
  expect(shortcutOf(press('/'), element('textarea'))).toBeNull()
})

test('leaves a held key and the shortcuts of the browser alone', () => {
  expect(shortcutOf(press(' ', { repeat: true }), page)).toBeNull()
  expect(shortcutOf(press('/', { ctrlKey: true }), page)).toBeNull()
  expect(shortcutOf(press(' ', { defaultPrevented: true }), page)).toBeNull()
})
