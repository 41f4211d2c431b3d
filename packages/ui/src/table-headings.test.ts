import { expect, test } from 'vitest'
import { headingAt, lineOf, rowOfLine } from './table-headings.ts'

const headings = [
  { before: 0, text: 'Disc 1' },
  { before: 3, text: 'Disc 2' },
  { before: 4, text: 'Disc 3' },
]

test('finds the line of a row, and the row of a line', () => {
  expect([0, 1, 2, 3, 4, 5].map((index) => lineOf(index, headings))).toEqual([1, 2, 3, 5, 7, 8])
  for (const index of [0, 1, 2, 3, 4, 5])
    expect(rowOfLine(lineOf(index, headings), headings)).toBe(index)
  expect([0, 4, 6].map((line) => rowOfLine(line, headings))).toEqual([-1, 2, 3])
  expect([0, 3, 4].map((line) => headingAt(line, headings)?.text)).toEqual([
    'Disc 1',
    undefined,
    'Disc 2',
  ])
  expect([lineOf(7, []), rowOfLine(7, [])]).toEqual([7, 7])
})
