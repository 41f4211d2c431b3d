import { spawn } from 'node:child_process'
import { once } from 'node:events'

import type { PostgresUser } from './postgres-user.ts'

export interface Supervised {
  /** Resolves with the program's exit code. */
  ended: Promise<number>
  /** Asks the program to end (SIGINT: PostgreSQL's fast shutdown) and waits until it has. */
  end(): Promise<void>
}

/**
 * The shell is the program's parent in a session of their own. Its standard input is a pipe that
 * only this process holds: when it closes, even by a kill -9, the shell interrupts the program.
 */
const watch = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
trap 'kill -INT $program' INT TERM HUP
(trap - INT TERM HUP; read -r _ <&3; kill -INT $program) >/dev/null 2>&1 &
watcher=$!
wait $program
code=$?
while kill -0 $program 2>/dev/null; do wait $program; code=$?; done
kill $watcher 2>/dev/null
exit $code
`

/**
 * Runs a program that must not outlive this process, nor hear a terminal's Ctrl-C.
 * @param log file descriptor that receives its output
 */
export function supervise(
  command: string[],
  { user, log, env = {} }: { user: PostgresUser; log: number; env?: Record<string, string> },
): Supervised {
  const args = ['-c', watch, 'segue-database', ...user.prefix, ...command]
  const shell = spawn('/bin/sh', args, {
    stdio: ['pipe', log, log],
    detached: true,
    cwd: '/',
    env: { ...plainEnvironment(), ...env },
    uid: user.uid,
    gid: user.gid,
  })
  shell.stdin?.on('error', () => {})
  const ended = once(shell, 'exit').then(([code]: (number | null)[]) => code ?? 1)
  return {
    ended,
    async end() {
      shell.stdin?.end()
      await ended
    },
  }
}

/** Without PG* variables, which would change what the programs do, and without our secrets. */
function plainEnvironment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C.UTF-8' }
}
