import { sha256 } from './sha256.ts'

/** What the worker says: how far it is, then the hash, or that the file could not be read. */
export type HashAnswer = { bytes: number } | { hash: string } | { isUnreadable: true }

// The DOM's types know this scope as a window's, whose postMessage takes an origin.
const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>
const answer = (message: HashAnswer) => scope.postMessage(message)

scope.addEventListener('message', ({ data }: MessageEvent<File>) => {
  sha256(data, (bytes) => answer({ bytes })).then(
    (hash) => answer({ hash }),
    () => answer({ isUnreadable: true }),
  )
})
