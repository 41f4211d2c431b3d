import { expect, test } from 'vitest'
import { coverArt } from './cover-art.ts'

test('draws the same picture for the same name', () => {
  expect(coverArt('밤편지')).toEqual(coverArt('밤편지'))
})

test('draws different pictures for different names', () => {
  const pictures = ['Night Letter', 'Harbour', '파도', 'Low Tide', ''].map((name) =>
    JSON.stringify(coverArt(name)),
  )
  expect(new Set(pictures).size).toBe(pictures.length)
})

test('keeps every disc inside the square', () => {
  for (let index = 0; index < 500; index++) {
    for (const { x, y } of coverArt(`album ${index}`).discs) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(12)
      expect(Math.max(x, y)).toBeLessThan(88)
    }
  }
})
