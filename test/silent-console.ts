import { afterEach } from 'vitest'

const said: unknown[][] = []
const note = (...words: unknown[]): void => void said.push(words)
Object.assign(console, { error: note, warn: note })

/** What a test makes a library or our own code warn of is a failure of that test. */
afterEach(() => {
  const [first] = said.splice(0)
  if (first) throw new Error('the test wrote to the console', { cause: first })
})
