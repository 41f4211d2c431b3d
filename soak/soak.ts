import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { crashDrill } from './crash-drill.ts'
import type { Drill, DrillResult } from './drill.ts'
import { hostileDrill } from './hostile-drill.ts'
import { outageDrill } from './outage-drill.ts'
import { Random } from './random.ts'
import { describeCommit, describeMachine, type Outcome, renderReport } from './report.ts'

/**
 * What is too long for the tests: `pnpm soak [--minutes 12] [--seed 1] [--only crash]`. Writes
 * `docs/soak-report.md` when all drills ran; exits with 1 when something did not hold.
 */

const drills: Drill[] = [crashDrill, outageDrill, hostileDrill]
const reportFile = join(import.meta.dirname, '../docs/soak-report.md')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: process.env.SOAK_MINUTES ?? '12' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
})
const seed = Number(values.seed)
const minutes = Number(values.minutes)
const chosen = drills.filter(({ name }) => !values.only || name === values.only)
if (chosen.length === 0 || !(minutes > 0) || !Number.isInteger(seed)) {
  const names = drills.map(({ name }) => name).join('|')
  process.stderr.write(`usage: pnpm soak [--minutes 12] [--seed 1] [--only ${names}]\n`)
  process.exit(2)
}
const shares = chosen.reduce((sum, { share }) => sum + share, 0)

const started = { date: new Date(), commit: describeCommit() }
const outcomes: Outcome[] = []
for (const drill of chosen) outcomes.push(await run(drill))
const report = renderReport({
  ...started,
  minutes,
  seed,
  machine: describeMachine(),
  outcomes,
})
if (values.only) say(report)
else await writeFile(reportFile, report)
process.exitCode = outcomes.every(({ violations }) => violations.length === 0) ? 0 : 1

async function run({ title, share, run }: Drill): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'segue-soak-'))
  const seconds = (minutes * 60 * share) / shares
  say(`${title}: ${Math.round(seconds)} s, seed ${seed}`)
  const began = performance.now()
  try {
    const result = await run({ folder, seconds, random: new Random(seed), say }).catch(breakdown)
    for (const violation of result.violations) say(`  ${violation}`)
    return { title, seconds: (performance.now() - began) / 1000, ...result }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function breakdown(error: Error): DrillResult {
  return { figures: [], violations: [`it broke off: ${error.stack ?? error.message}`] }
}
