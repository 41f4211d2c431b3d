import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test('quotes what needs it, and lets no title be a formula', () => {
  expect(
    csv([
      ['Title', 'Plays'],
      ['He said "stop", twice', 2],
      ['=1+1', -1],
      ['두\n줄', 0],
    ]),
  ).toBe('Title,Plays\r\n"He said ""stop"", twice",2\r\n\'=1+1,-1\r\n"두\n줄",0')
})
