import { describe, expect, it } from 'vitest'
import { cleanNumber, cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it.each([
    ['a NUL', 'be\0fore', 'before'],
    ['a line break', 'a\r\nSet-Cookie: x=1\r\n', 'a Set-Cookie: x=1'],
    ['terminal escapes', '\u001B[31mred\u0007', '[31mred'],
    ['lone surrogates', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['an override of direction', 'song\u202E3pm.exe', 'song3pm.exe'],
    ['what cannot be seen', 'Ad\u200Bmin\u200D\uFEFF', 'Admin'],
    ['jamo apart', '\u1112\u1161\u11AB\u1100\u1173\u11AF', '한글'],
    ['white space around', ' \u00A0\u3000x \t y ', 'x y'],
  ])('cleans %s', (_, dirty, clean) => {
    expect(cleanText(dirty, 500)).toBe(clean)
  })

  it('keeps joiners of emoji, right-to-left text and markup as text', () => {
    for (const text of ['👩‍👩‍👧‍👦🇰🇷', 'שִׁיר', 'طلعت', '<img src=x onerror=alert(1)>', "'; DROP--"]) {
      expect(cleanText(text, 500)).toBe(text.normalize('NFC'))
    }
  })

  it('is undefined when nothing visible is left', () => {
    for (const text of ['', ' ', '\0', '\u200B\u3000', '\u200D', '\u3164', undefined]) {
      expect(cleanText(text, 500)).toBeUndefined()
    }
  })

  it('cuts between code points and leaves no blank at the end', () => {
    expect(cleanText('가'.repeat(501), 500)).toHaveLength(500)
    expect(cleanText(`${'x'.repeat(499)}🎵`, 500)).toBe('x'.repeat(499))
    expect(cleanText(`${'x'.repeat(499)} y`, 500)).toBe('x'.repeat(499))
  })
})

describe('cleanNumber', () => {
  it('keeps whole numbers from 1 to the limit', () => {
    expect([1, 9999].map((value) => cleanNumber(value, 9999))).toEqual([1, 9999])
    for (const value of [0, -1, 10_000, 1.5, Number.NaN, Infinity, null, undefined]) {
      expect(cleanNumber(value, 9999)).toBeUndefined()
    }
  })
})
