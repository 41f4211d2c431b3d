import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import type { Summary } from './summary.ts'

const entry = fileURLToPath(new URL('../ingest.ts', import.meta.url))

export interface Run {
  child: ChildProcess
  ended: Promise<{ code: number | null; signal: string | null; out: string; err: string }>
}

/** The command as a process, with only these of the environment besides the PATH. */
export function startIngest(args: string[], environment: Record<string, string>): Run {
  const env = { PATH: process.env['PATH'], ...environment }
  const child = spawn(process.execPath, [entry, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = (async () => {
    const [out, err, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null, string | null]>,
    ])
    return { code, signal, out, err }
  })()
  return { child, ended }
}

/** The last line of a run with --json that ended well. */
export async function summaryOf({ ended }: Run): Promise<Summary> {
  const { code, out, err } = await ended
  if (code !== 0) throw new Error(`ended with ${code}: ${err}`)
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Summary
}
