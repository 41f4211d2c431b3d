import { once } from 'node:events'

import { announce } from './announce.ts'
import { readConfig } from './config.ts'
import { start } from './start.ts'
import { StartError } from './start-error.ts'
import { watchForStop } from './stop-request.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function run(): Promise<void> {
  const config = readConfig()
  const signal = watchForStop(config)
  try {
    const server = await start({ config, say, signal })
    await announce(server, { config, say })
    if (!signal.aborted) await once(signal, 'abort')
    say('Stopping')
    await server.stop()
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

try {
  await run()
} catch (error) {
  process.exitCode = 1
  const { message } = error as Error
  process.stderr.write(
    `segue: ${error instanceof StartError ? message : `cannot start: ${message.split('\n')[0]}`}\n`,
  )
}
process.exit()
