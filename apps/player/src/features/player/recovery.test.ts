import { expect, test } from 'vitest'
import { recoveryFrom } from './recovery.ts'

test('asks for a fresh link when one fails', () => {
  expect(recoveryFrom('link', false, 0)).toBe('renew')
  expect(recoveryFrom('link', false, 2)).toBe('renew')
})

test('gives a track up when its fresh link fails too', () => {
  expect(recoveryFrom('link', true, 0)).toBe('skip')
})

test('gives a file up that is no audio, without asking for another link', () => {
  expect(recoveryFrom('decode', false, 0)).toBe('skip')
})

test('stops after three tracks in a row', () => {
  expect(recoveryFrom('decode', false, 1)).toBe('skip')
  expect(recoveryFrom('decode', false, 2)).toBe('stop')
  expect(recoveryFrom('link', true, 2)).toBe('stop')
})
