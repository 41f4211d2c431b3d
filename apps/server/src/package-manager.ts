import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface ProcessEntry {
  parent: number
  command: string
  isZombie: boolean
}

/**
 * The processes between this one and whoever ran the command: the package manager, and npx with its
 * shell where that ran the package manager.
 */
export function packageManagerChain(): number[] {
  const chain = [process.ppid]
  for (let pid = process.ppid; chain.length < 5;) {
    pid = findProcess(pid)?.parent ?? 0
    const entry = pid > 1 ? findProcess(pid) : undefined
    if (!entry) break
    chain.push(pid)
    if (/\bnpm exec\b|\bnpx\b/.test(entry.command)) return chain
  }
  return [process.ppid]
}

/** Whether a process is there no more, or only waits to be buried. */
export function hasEnded(pid: number): boolean {
  if (process.platform === 'linux') return findProcess(pid)?.isZombie ?? true
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}

function findProcess(pid: number): ProcessEntry | undefined {
  return process.platform === 'linux' ? readProc(pid) : askPs(pid)
}

/** See proc_pid_stat(5): the name stands in brackets and may hold anything. */
function readProc(pid: number): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { parent: Number(parent), command, isZombie: state === 'Z' }
  } catch {
    return undefined
  }
}

function askPs(pid: number): ProcessEntry | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? []
  return parent && command ? { parent: Number(parent), command, isZombie: false } : undefined
}
