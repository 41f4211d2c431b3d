import { open, readFile, rename } from 'node:fs/promises'

import type { Tokens } from '@segue/client'

import { RunFailure } from './run-failure.ts'

/** The sign-in that a server keeps for the tools of its own machine. */
export interface StoredSignIn extends Tokens {
  url: string
}

/** @returns null when there is none, or it may not be read */
export async function readSignIn(file: string): Promise<StoredSignIn | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const stored: unknown = JSON.parse(text)
    if (isSignIn(stored)) return stored
  } catch (cause) {
    throw new RunFailure(`${file} is damaged: sign in with --email`, { cause })
  }
  throw new RunFailure(`${file} is damaged: sign in with --email`)
}

/** Replaces the tokens, for this user's eyes only; a crash leaves the old file or the new one. */
export async function writeTokens(file: string, tokens: Tokens): Promise<void> {
  const stored = await readSignIn(file)
  const unfinished = `${file}.${process.pid}.unfinished`
  {
    await using handle = await open(unfinished, 'w', 0o600)
    await handle.writeFile(`${JSON.stringify({ ...stored, ...tokens })}\n`)
    await handle.sync()
  }
  await rename(unfinished, file)
}

function isSignIn(stored: unknown): stored is StoredSignIn {
  if (typeof stored !== 'object' || stored === null) return false
  const { url, refreshToken } = stored as Partial<StoredSignIn>
  return typeof url === 'string' && typeof refreshToken === 'string'
}
