import { expect, it } from 'vitest'
import { drawMore, gapsOf, isMissingAny, within, type Drawn } from './drawn-rows.ts'

const nothing: Drawn = { first: 0, last: -1, rows: new Set() }
const isHere = () => true

it('draws what is in sight first, then what is below it, then what is above', () => {
  const wanted = { first: 10, last: 19 }
  const seen = { first: 13, last: 15 }
  const once = drawMore(nothing, wanted, seen, isHere, 2)
  expect([...once.rows]).toEqual([13, 14])
  const twice = drawMore(once, wanted, seen, isHere, 3)
  expect([...twice.rows]).toEqual([13, 14, 15, 16, 17])
  expect([...drawMore(twice, wanted, seen, isHere, 4).rows].slice(-2)).toEqual([10, 11])
})

it('takes out what is far away, and draws no row that is on its way', () => {
  const drawn: Drawn = { first: 0, last: 9, rows: new Set([0, 8, 9]) }
  const isEven = (row: number) => row % 2 === 0
  const next = drawMore(drawn, { first: 8, last: 13 }, { first: 8, last: 10 }, isEven, 10)
  expect([...next.rows]).toEqual([8, 9, 10, 12])
  expect(isMissingAny(next, isEven)).toBe(false)
  expect(isMissingAny(next, isHere)).toBe(true)
})

it('is the same object while nothing changes', () => {
  const drawn = drawMore(nothing, { first: 0, last: 3 }, { first: 0, last: 3 }, isHere, 10)
  expect(drawMore(drawn, { first: 0, last: 3 }, { first: 1, last: 2 }, isHere, 10)).toBe(drawn)
})

it('tells the stretches that are missing', () => {
  const drawn: Drawn = { first: 2, last: 8, rows: new Set([4, 5]) }
  const gaps = [
    { first: 2, last: 3 },
    { first: 6, last: 8 },
  ]
  expect(gapsOf(drawn, isHere)).toEqual(gaps)
})

it('holds the row nearest to where nothing is', () => {
  expect(within({ first: -9, last: -4 }, 5)).toEqual({ first: 0, last: 0 })
  expect(within({ first: 8, last: 12 }, 5)).toEqual({ first: 4, last: 4 })
  expect(within({ first: 8, last: 12 }, 0)).toEqual({ first: 0, last: -1 })
})
