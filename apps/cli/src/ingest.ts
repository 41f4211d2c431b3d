import { readArguments, usage } from './arguments.ts'
import { runIngest } from './run-ingest.ts'
import { Interruption, RunFailure } from './run-failure.ts'
import { readSettings } from './settings.ts'

const interruptedCode = 130
/** What the server is still at when interrupted may end within this. */
const graceMs = 10_000

// Package managers start scripts in the repository's root; paths are meant from where one stands.
const { npm_lifecycle_event: script, INIT_CWD: standing } = process.env
if (script === 'ingest' && standing) process.chdir(standing)

const abort = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (abort.signal.aborted) process.exit(interruptedCode)
    abort.abort(new Interruption('interrupted: run again to go on with the rest'))
    setTimeout(() => process.exit(interruptedCode), graceMs).unref()
  })

try {
  const options = readArguments(process.argv.slice(2))
  if (options.isHelp) process.stdout.write(usage)
  else {
    const summary = await runIngest(options, readSettings(), abort, process.stderr)
    process.stdout.write(`${summary}\n`)
  }
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`ingest: ${error instanceof RunFailure ? message : stack}\n`)
  process.exitCode = error instanceof Interruption ? interruptedCode : 1
}
