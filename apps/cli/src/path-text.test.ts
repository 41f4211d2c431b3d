import { expect, it } from 'vitest'

import { pathText, printable } from './path-text.ts'

it('keeps names that are no UTF-8 apart', () => {
  expect(pathText(Buffer.from('밤/🎵.mp3'))).toBe('밤/🎵.mp3')
  expect(pathText(Buffer.from([0x61, 0xff, 0xeb, 0xb0, 0xa4]))).toBe('a\udcff밤')
  expect(pathText(Buffer.from([0x61, 0xfe, 0xeb, 0xb0]))).toBe('a\udcfe\udceb\udcb0')
  expect(JSON.stringify(pathText(Buffer.from([0xff])))).toBe(String.raw`"\udcff"`)
})

it('shows a terminal nothing that it would obey', () => {
  expect(printable('밤 🎵\u001b[2J\n\u202e')).toBe(String.raw`밤 🎵\u{1b}[2J\n\u{202e}`)
})
