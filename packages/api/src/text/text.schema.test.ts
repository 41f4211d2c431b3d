import { describe, expect, it } from 'vitest'

import { nameSchema } from './text.schema.ts'

const schema = nameSchema(10)

describe('nameSchema', () => {
  it.each(['a', '밤편지', 'שלום', '!!!', '👩‍🚀', 'e\u0301', 'می\u200Cخواهم', 'a\u200Fb'])(
    'takes %j as it is',
    (name) => {
      expect(schema.parse(` ${name}\n`)).toBe(name)
    },
  )

  it.each([
    '',
    ' ',
    '\u200B',
    '\u3164',
    '\u2800',
    '\u0301',
    '\uFE0F',
    'a\u0000',
    'a\u0007b',
    'a\nb',
    'a\u0085b',
    '\u202Eadmin',
    '\u2066a',
    '\uD800',
    'a'.repeat(11),
  ])('refuses %j', (name) => {
    expect(schema.safeParse(name).success).toBe(false)
  })
})
