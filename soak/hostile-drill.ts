import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import type { Drill, DrillOptions, DrillResult } from './drill.ts'

const root = join(import.meta.dirname, '..')
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
/** Inputs for each procedure in one round: some minutes. */
const inputs = 100

export const hostileDrill: Drill = {
  name: 'hostile',
  title: 'generated input at every procedure',
  share: 1,
  run: throwInput,
}

/** The test of all procedures, with more inputs, and others each time. */
async function throwInput({ seconds, random, say }: DrillOptions): Promise<DrillResult> {
  const end = Date.now() + seconds * 1000
  const violations: string[] = []
  let rounds = 0
  do {
    const seed = random.between(1, 2 ** 31 - 1)
    violations.push(...(await round(seed)))
    rounds += 1
    say(`  ${rounds} rounds`)
  } while (Date.now() < end && violations.length === 0)
  return { figures: [['inputs for each procedure', rounds * inputs]], violations }
}

/** @returns the lines that say what failed, and with which input */
async function round(seed: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--project', 'api', 'src/hostile-input.test.ts'],
    {
      cwd: root,
      env: { ...process.env, HOSTILE_RUNS: `${inputs}`, HOSTILE_SEED: `${seed}`, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n')))
  const [code] = await once(child, 'close')
  if (code === 0) return []
  const telling = lines.filter((line) => /FAIL|seed:|Counterexample|AssertionError/.test(line))
  return telling.length > 0 ? telling : [`it ended with ${code}`, ...lines.slice(-20)]
}
