import { expect, test } from 'vitest'
import { heardPlay, isLinkUnproven, isProven, newPlay, renewedPlay, type Play } from './play.ts'

const started = newPlay({ playId: '1', expiresAt: '2026-11-23T10:00:00.000Z', loudness: null })

function hear(play: Play, seconds: number, from = 0): Play {
  return heardPlay(heardPlay(play, from, from * 1000), from + seconds, (from + seconds) * 1000)
}

test('a play proves itself by a second of sound', () => {
  expect(isProven(started)).toBe(false)
  expect(isProven(hear(started, 0.5))).toBe(false)
  expect(isProven(hear(started, 1))).toBe(true)
})

test('a renewed link has to prove itself again, however much was heard before', () => {
  const renewed = renewedPlay(hear(started, 90), '2026-11-23T11:00:00.000Z')
  expect(isLinkUnproven(started)).toBe(false)
  expect(isLinkUnproven(renewed)).toBe(true)
  expect(isLinkUnproven(hear(renewed, 1, 90))).toBe(false)
})

test('renewing keeps the play and what was heard', () => {
  const renewed = renewedPlay(hear(started, 90), '2026-11-23T11:00:00.000Z')
  expect(renewed.id).toBe('1')
  expect(renewed.listening.listenedMs).toBe(90_000)
  expect(renewed.expiresAt).toBe(Date.UTC(2026, 10, 23, 11))
})
