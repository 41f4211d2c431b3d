import { expect, test } from 'vitest'
import { moved, sideOf, wholeOf, within } from './crop.ts'

const wide = { width: 400, height: 200 }

test('begins with the largest square, in the middle', () => {
  const crop = wholeOf(wide)
  expect(crop).toEqual({ zoom: 1, x: 200, y: 100 })
  expect(sideOf(wide, crop)).toBe(200)
})

test('never leaves the picture, however far it is moved or zoomed', () => {
  expect(moved(wide, wholeOf(wide), 9, 9)).toEqual({ zoom: 1, x: 300, y: 100 })
  expect(moved(wide, { zoom: 2, x: 200, y: 100 }, -0.5, 0.5)).toEqual({ zoom: 2, x: 150, y: 150 })
  expect(within(wide, { zoom: 0.1, x: -5, y: 999 })).toEqual({ zoom: 1, x: 100, y: 100 })
  expect(within(wide, { zoom: 99, x: 0, y: 0 })).toEqual({ zoom: 4, x: 25, y: 25 })
  expect(within({ width: 1, height: 1 }, { zoom: 4, x: 9, y: 9 }).x).toBeLessThanOrEqual(1)
})
