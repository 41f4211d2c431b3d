import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))
const startLimitMs = 120_000

export interface ServerProcess {
  url: string
  process: ChildProcess
  /** Ends it as a terminal would; resolves when it has ended. */
  stop(): Promise<void>
}

/** Starts the server's program with these settings alone, on a free port, and waits for its address. */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await announcedUrl(child)
  return {
    url,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** What it prints once it is ready; an error with all it printed where it ends or takes too long. */
function announcedUrl(child: ChildProcess): Promise<string> {
  const limit = setTimeout(() => child.kill('SIGKILL'), startLimitMs)
  let output = ''
  return new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /^ *Player +(\S+)\/$/m.exec(output)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', () => reject(new Error(`the server did not become ready:\n${output}`)))
  }).finally(() => clearTimeout(limit))
}
