import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { KEYS } from './running-store.ts'

export interface StoreProcess {
  endpoint: string
  /** Ends the process by the signal and resolves with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/**
 * The store as a process of its own, on an ephemeral port; killed when the test is over.
 * @param prefix a command line that ends by running its arguments, such as `unshare --mount`
 * @throws Error with what it wrote when it ends instead of listening
 */
export async function spawnStore(directory: string, prefix: string[] = []): Promise<StoreProcess> {
  const [command = '', ...args] = [...prefix, process.execPath, MAIN]
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: directory,
      S3_AK: KEYS.accessKeyId,
      S3_SK: KEYS.secretAccessKey,
    },
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const endpoint = await readEndpoint(child)
  return {
    endpoint,
    end: async (signal) => {
      child.kill(signal)
      return (await exited)[0]
    },
  }
}

async function readEndpoint(child: ChildProcess): Promise<string> {
  let written = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const look = (chunk: Buffer) => {
    written += chunk.toString()
    const endpoint = /http:\/\/[\d.]+:\d+/.exec(written)?.[0]
    if (endpoint) resolve(endpoint)
  }
  child.stdout?.on('data', look)
  child.stderr?.on('data', look)
  child.once('error', reject)
  child.once('close', () => reject(new Error(written)))
  return promise
}
