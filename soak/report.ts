import { execFileSync } from 'node:child_process'
import { cpus, release, totalmem, type } from 'node:os'

import type { DrillResult } from './drill.ts'

export interface Outcome extends DrillResult {
  title: string
  seconds: number
}

export interface Run {
  date: Date
  minutes: number
  seed: number
  commit: string
  machine: string
  outcomes: Outcome[]
}

/** The commit that is checked out, and whether files differ from it. */
export function describeCommit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  try {
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== ''
    return `${git('rev-parse', '--short=10', 'HEAD')}${isChanged ? ', with changes' : ''}`
  } catch {
    return 'not known'
  }
}

export function describeMachine(): string {
  const [first, ...others] = cpus()
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GiB`
  const system = `${type()} ${release()}`
  return `${others.length + 1} × ${first?.model.trim()}, ${memory}, ${system}, Node ${process.version}`
}

/** A page of Markdown: what was done to the server, and what held. */
export function renderReport({ date, minutes, seed, commit, machine, outcomes }: Run): string {
  const held = outcomes.every(({ violations }) => violations.length === 0)
  return [
    '# The last soak',
    '',
    `\`pnpm soak --minutes ${minutes} --seed ${seed}\` on ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC: ` +
      `**${held ? 'everything held' : 'something did not hold'}**.`,
    '',
    `- Commit: ${commit}`,
    `- Machine: ${machine}`,
    '',
    ...outcomes.flatMap(renderOutcome),
  ].join('\n')
}

function renderOutcome({ title, seconds, figures, violations }: Outcome): string[] {
  return [
    `## ${title}`,
    '',
    ...violations.map((violation) => `- **${violation}**`),
    ...(violations.length > 0 ? [''] : []),
    ...renderTable([
      ['', ''],
      ['verdict', violations.length > 0 ? `${violations.length} violations` : 'held'],
      ['time', `${Math.round(seconds)} s`],
      ...figures.map(([what, figure]) => [what, String(figure)]),
    ]),
    '',
  ]
}

/** As the project's formatter would have it. */
function renderTable(rows: string[][]): string[] {
  const widths = [0, 1].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map(
    (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0] ?? '', rule, ...lines.slice(1)]
}
