import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { crashDrill } from './crash-drill.ts'
import { Random } from './random.ts'

it('a server killed at any moment of uploads keeps what it acknowledged, shows nothing half, and sweeps the rest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'segue-crash-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const seed = Date.now() % 1_000_000
  const { figures, violations } = await crashDrill.run({
    folder,
    seconds: 8,
    random: new Random(seed),
    say: () => {},
  })
  expect(violations, `with seed ${seed}`).toEqual([])
  expect(Number(Object.fromEntries(figures).kills)).toBeGreaterThan(0)
}, 180_000)
