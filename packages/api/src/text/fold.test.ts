import { describe, expect, it } from 'vitest'

import { fold, nameKey } from './fold.ts'

describe('fold', () => {
  it.each([
    ['  Beyoncé\t Knowles ', 'beyonce knowles'],
    ['ＡＢＣ①', 'abc1'],
    ['ﬁne', 'fine'],
    ['밤편지'.normalize('NFD'), '밤편지'],
    ['ガール', 'ガール'],
    ['İstanbul', 'istanbul'],
    ['👩‍🎤', '👩‍🎤'],
    ['\u0301', ''],
  ])('makes of %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(folded)).toBe(folded)
  })

  it('fits into an index and into JSON', () => {
    for (const text of ['長'.repeat(600), 'ﷺ'.repeat(500), '🌊'.repeat(300), '\uD800'.repeat(9)]) {
      expect(Buffer.byteLength(fold(text))).toBeLessThan(2_600)
      expect(fold(text).isWellFormed()).toBe(true)
    }
  })
})

describe('nameKey', () => {
  it('is never empty', () => {
    expect(nameKey('Björk')).toBe('bjork')
    expect(nameKey('\u0301')).toBe('\u0301')
  })
})
