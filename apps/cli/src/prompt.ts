import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

import { RunFailure } from './run-failure.ts'

/**
 * Asks on the terminal.
 * @param isSecret nothing of the answer is shown
 * @throws RunFailure without a terminal
 */
export async function ask(
  question: string,
  { isSecret, otherwise }: { isSecret: boolean; otherwise: string },
): Promise<string> {
  if (!process.stdin.isTTY) throw new RunFailure(otherwise)
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = isSecret ? silent : process.stderr
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  const interrupted = new Promise<never>((_, reject) => {
    terminal.once('SIGINT', () => reject(new RunFailure('interrupted')))
  })
  try {
    return await Promise.race([terminal.question(''), interrupted])
  } finally {
    terminal.close()
    if (isSecret) process.stderr.write('\n')
  }
}
