import { expect, it } from 'vitest'

import { BoundedMemory } from './bounded-memory.ts'

it('counts each key for itself, and of a flood of them forgets the first', async () => {
  const memory = new BoundedMemory({ points: 2, duration: 60 })
  await memory.consume('first')
  await memory.consume('first')
  await expect(memory.consume('first')).rejects.toMatchObject({ consumedPoints: 3 })
  for (let at = 0; at < 49_999; at++) await memory.consume(`another ${at}`)
  expect((await memory.get('first'))?.consumedPoints).toBe(3)
  await memory.consume('one too many')
  expect(await memory.get('first')).toBeNull()
  expect((await memory.get('another 0'))?.consumedPoints).toBe(1)
})
