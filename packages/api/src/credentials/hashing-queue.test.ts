import { describe, expect, it } from 'vitest'

import { createQueue } from './hashing-queue.ts'

const refused = { reason: 'rate_limited', details: { retryAfter: 1 } }

describe('createQueue', () => {
  it('runs so many at once, the others in turn, and refuses more than may wait', async () => {
    const run = createQueue({ atOnce: 2, waiting: 3 })
    const begun: number[] = []
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const task = (number: number) =>
      run(async () => {
        begun.push(number)
        await gate
        return number
      })
    const running = [0, 1, 2, 3, 4].map(task)
    await expect(task(5)).rejects.toMatchObject(refused)
    expect(begun).toEqual([0, 1])
    open()
    expect(await Promise.all(running)).toEqual([0, 1, 2, 3, 4])
    expect(begun).toEqual([0, 1, 2, 3, 4])
  })

  it('passes the turn of a task that failed', async () => {
    const run = createQueue({ atOnce: 1, waiting: 1 })
    const failing = run(() => Promise.reject(new Error('failed')))
    const next = run(async () => 'next')
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('next')
    expect(await run(async () => 'free again')).toBe('free again')
  })
})
