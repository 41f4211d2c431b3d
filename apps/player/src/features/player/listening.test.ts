import { expect, test } from 'vitest'
import { listen, notListened } from './listening.ts'

function hear(...looks: [position: number, at: number][]) {
  return Math.round(
    looks.reduce((heard, [position, at]) => listen(heard, position, at), notListened).listenedMs,
  )
}

test('counts what runs', () => {
  expect(hear([0, 0], [0.25, 250], [0.5, 500], [0.75, 750])).toBe(750)
})

test('counts on while a page in the background is looked at once a second', () => {
  expect(hear([0, 0], [1, 1000], [2.05, 2050])).toBe(2050)
})

test('does not count a jump ahead or back', () => {
  expect(hear([0, 0], [0.25, 250], [60, 500], [60.25, 750])).toBe(500)
  expect(hear([60, 0], [60.25, 250], [10, 500], [10.25, 750])).toBe(500)
})

test('counts the same second twice when it is heard twice', () => {
  expect(hear([0, 0], [1, 1000], [0, 1100], [1, 2100])).toBe(2000)
})

test('does not count while it waits', () => {
  expect(hear([3, 0], [3, 5000], [3, 60_000])).toBe(0)
})

test('counts the time that went by while it runs faster, and the audio while it runs slower', () => {
  const run = (speed: number) =>
    Array.from({ length: 11 }, (_, second) => second).reduce(
      (heard, second) => listen(heard, second * speed, second * 1000, speed),
      notListened,
    ).listenedMs
  expect(run(2)).toBe(10_000)
  expect(run(0.5)).toBe(5000)
})
