import { expect, it, onTestFinished, vi } from 'vitest'

import { inTurn } from './in-turn.ts'

const owner = {}

it('one of a key begins when the one before has ended, well or not', async () => {
  const steps: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = inTurn(owner, 'a', async () => {
    steps.push('first begins')
    await gate.promise
    steps.push('first ends')
    throw new Error('refused')
  })
  const second = inTurn(owner, 'a', async () => {
    steps.push('second')
    return 2
  })
  await inTurn(owner, 'b', async () => void steps.push('another key'))
  await inTurn({}, 'a', async () => void steps.push('another owner'))
  gate.resolve()
  await expect(first).rejects.toThrow('refused')
  expect(await second).toBe(2)
  expect(steps).toEqual(['first begins', 'another key', 'another owner', 'first ends', 'second'])
})

it('one behind another that hangs begins after a while', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  void inTurn(owner, 'c', () => new Promise(() => {}))
  const second = inTurn(owner, 'c', async () => 'begun')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await second).toBe('begun')
})
