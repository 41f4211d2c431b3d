import { expect, test } from 'vitest'
import { lookAgain, moving, nudgeFor, type Standstill } from './standstill.ts'

function stand(looks: number, progress: number | null = 7): Standstill {
  return Array.from({ length: looks + 1 }).reduce<Standstill>(
    (still) => lookAgain(still, progress),
    moving,
  )
}

test('leaves music alone that moves, loads, or is not wanted', () => {
  const steps = [1, 2, 3, 3.5, 4].reduce<Standstill>(
    (still, step) => lookAgain(still, step),
    moving,
  )
  expect(steps.looks).toBe(0)
  expect(stand(20, null).looks).toBe(0)
})

test('starts what stands still once more, and then asks for a fresh link', () => {
  expect(nudgeFor(stand(3), true)).toBeNull()
  expect(nudgeFor(stand(4), true)).toBe('again')
  expect(nudgeFor(stand(5), true)).toBeNull()
  expect(nudgeFor(stand(8), true)).toBe('renew')
})

test('gives a slow line more time after each fresh link', () => {
  const renewals = Array.from({ length: 70 }, (_, looks) => looks).filter(
    (looks) => nudgeFor(stand(looks), true) === 'renew',
  )
  expect(renewals).toEqual([8, 16, 32, 64])
})

test('does not wait for what an offline browser can not get', () => {
  expect(nudgeFor(stand(2), false)).toBe('renew')
})
