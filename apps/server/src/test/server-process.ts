import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const startLimitMs = 120_000

/** The server's program in a process of its own. */
export interface ServerProcess {
  child: ChildProcess
  /** Everything it has printed so far. */
  output(): string
  /** Resolves with its exit code; null after a signal. */
  exit: Promise<number | null>
  /** Ends it as a terminal would; resolves when it has ended. */
  stop(): Promise<void>
}

export interface RunOptions {
  /** The port is a free one unless these tell. */
  settings: Record<string, string>
  /** A command line that ends by running its arguments, such as `unshare --mount`. */
  prefix?: string[]
  /** Options of Node's own. */
  nodeOptions?: string[]
}

/** Runs the program with these settings alone. */
export function runServer({ settings, prefix = [], nodeOptions = [] }: RunOptions): ServerProcess {
  const [command = '', ...args] = [...prefix, process.execPath, ...nodeOptions, main]
  const { PATH, HOME } = process.env
  const child = spawn(command, args, {
    env: { PATH, HOME, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk))
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  return {
    child,
    output: () => output,
    exit,
    async stop() {
      child.kill('SIGTERM')
      await exit
    },
  }
}

/**
 * `runServer`, once it has announced where it answers.
 * @throws with all it printed where it ends or takes too long
 */
export async function startServer(options: RunOptions): Promise<ServerProcess & { url: string }> {
  const server = runServer(options)
  const limit = setTimeout(() => server.child.kill('SIGKILL'), startLimitMs)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const look = () => {
    const url = /^ *Player +(\S+)\/$/m.exec(server.output())?.[1]
    if (url) resolve(url)
  }
  server.child.stdout?.on('data', look)
  void server.exit.then(() =>
    reject(new Error(`the server did not become ready:\n${server.output()}`)),
  )
  try {
    return { ...server, url: await promise }
  } finally {
    clearTimeout(limit)
    server.child.stdout?.off('data', look)
  }
}
