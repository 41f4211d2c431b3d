import { expect, test } from 'vitest'
import { shortcutOf } from './keyboard.ts'

const press = (key: string, more = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  defaultPrevented: false,
  isComposing: false,
  ...more,
})
const page = { closest: () => null }
/** Matches a selector list that names its tag or role, as an element of that kind would. */
const element = (name: string) =>
  ({ closest: (selectors: string) => (selectors.split(', ').includes(name) ? {} : null) }) as never
const all = [' ', '/', '?', 'm', 's', 'r', 'l', 'q', 'n', 'f', '7', 'ArrowLeft', 'ArrowUp']

test('knows what each key means', () => {
  expect(all.map((key) => shortcutOf(press(key), page))).toEqual([
    'toggle',
    'search',
    'sheet',
    'mute',
    'shuffle',
    'repeat',
    'favorite',
    'queue',
    'nowPlaying',
    'nowPlaying',
    'tenth',
    'back',
    'louder',
  ])
  expect(shortcutOf(press('ArrowRight', { shiftKey: true }), page)).toBe('next')
  expect(shortcutOf(press('ArrowLeft', { shiftKey: true }), page)).toBe('previous')
  expect(shortcutOf(press('x'), page)).toBeNull()
})

test('knows a letter by its key while the keyboard writes Hangul', () => {
  expect(shortcutOf(press('ㅡ', { code: 'KeyM' }), page)).toBe('mute')
  expect(shortcutOf(press('m', { code: 'Semicolon' }), page)).toBe('mute')
})

test('searches on Ctrl-K or Cmd-K, also from a field', () => {
  expect(shortcutOf(press('k', { ctrlKey: true }), page)).toBe('search')
  expect(shortcutOf(press('ㅏ', { code: 'KeyK', metaKey: true }), element('textarea'))).toBe(
    'search',
  )
  expect(shortcutOf(press('k'), page)).toBeNull()
})

test('leaves the space to a button, which would act a second time, and not to a link', () => {
  expect(shortcutOf(press(' '), element('button'))).toBeNull()
  expect(shortcutOf(press(' '), element('a[href]'))).toBe('toggle')
  expect(shortcutOf(press('/'), element('button'))).toBe('search')
})

test('leaves the arrows to a slider', () => {
  expect(shortcutOf(press('ArrowLeft'), element('[role=slider]'))).toBeNull()
  expect(shortcutOf(press('m'), element('[role=slider]'))).toBe('mute')
})

test.each(['textarea', '[role=menu]', '[role=alertdialog]', '[role=combobox]'])(
  'leaves every key to what writes or asks: %s',
  (name) => {
    for (const key of all) expect(shortcutOf(press(key), element(name))).toBeNull()
  },
)

test('leaves the shortcuts of the browser alone, and what somebody took already', () => {
  expect(shortcutOf(press('/', { ctrlKey: true }), page)).toBeNull()
  expect(shortcutOf(press('ArrowLeft', { altKey: true }), page)).toBeNull()
  expect(shortcutOf(press('r', { metaKey: true }), page)).toBeNull()
  expect(shortcutOf(press('S', { shiftKey: true }), page)).toBeNull()
  expect(shortcutOf(press(' ', { defaultPrevented: true }), page)).toBeNull()
})

test('goes on while an arrow is held, and acts once for any other key', () => {
  expect(shortcutOf(press('ArrowUp', { repeat: true }), page)).toBe('louder')
  for (const key of [' ', 'm', '?'])
    expect(shortcutOf(press(key, { repeat: true }), page)).toBeNull()
})
