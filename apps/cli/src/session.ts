import { hostname } from 'node:os'

import { createSegue, type Segue, type SegueOptions } from '@segue/client'

import { ask } from './prompt.ts'
import { RunFailure, toRunFailure } from './run-failure.ts'
import type { Settings } from './settings.ts'
import { readSignIn, type StoredSignIn, writeTokens } from './sign-in-file.ts'

export interface SessionOptions {
  url?: string | undefined
  email?: string | undefined
  /** Told before the client waits for a rate limit. */
  onWait?: SegueOptions['onWait']
}

/** A client that is signed in as an admin. */
export interface Session {
  segue: Segue
  url: string
  /** Ends a sign-in that was made for this run alone. */
  close(): Promise<void>
}

/**
 * Signs in: on the server's own machine by the sign-in it keeps there, elsewhere by password.
 * @throws RunFailure
 */
export async function openSession(options: SessionOptions, settings: Settings): Promise<Session> {
  const stored = await readSignIn(settings.signInFile)
  const session =
    stored && options.email === undefined && isSameServer(options.url, stored)
      ? byStoredSignIn(stored, options, settings)
      : await byPassword(stored, options, settings)
  try {
    const { email, role } = await session.segue.me.get.query()
    if (role !== 'admin') throw new RunFailure(`${email} is a listener: only admins may add music`)
  } catch (error) {
    throw toRunFailure(error, session.url)
  }
  return session
}

function byStoredSignIn(
  stored: StoredSignIn,
  { onWait }: SessionOptions,
  { signInFile }: Settings,
): Session {
  const { url } = stored
  const segue = createSegue({
    url,
    tokens: stored,
    onTokens: (tokens) => writeTokens(signInFile, tokens),
    reloadTokens: () => readSignIn(signInFile),
    onWait,
  })
  return { segue, url, close: async () => {} }
}

async function byPassword(
  stored: StoredSignIn | null,
  { url = stored?.url, email, onWait }: SessionOptions,
  settings: Settings,
): Promise<Session> {
  if (url === undefined && email === undefined)
    throw new RunFailure(
      `there is no sign-in for tools in ${settings.signInFile}: start the server here first, or name one with --url and --email`,
    )
  const at = url ?? settings.localUrl
  const segue = createSegue({
    url: at,
    email: email ?? (await askEmail(at)),
    password: settings.password ?? (await askPassword(at)),
    deviceName: `Ingest on ${hostname()}`.slice(0, 100),
    onWait,
  })
  const close = async () => segue.signOut().catch(() => {})
  return { segue, url: at, close }
}

function askEmail(url: string): Promise<string> {
  const otherwise = `who signs in at ${url}? Give --email`
  return ask(`E-mail of an admin of ${url}: `, { isSecret: false, otherwise })
}

function askPassword(url: string): Promise<string> {
  const otherwise = `no password for ${url}: put it into SEGUE_PASSWORD`
  return ask('Password: ', { isSecret: true, otherwise })
}

/** A machine has several names for itself, and many listeners: the sign-in goes to its own alone. */
function isSameServer(url: string | undefined, stored: StoredSignIn): boolean {
  return url === undefined || originOf(url) === originOf(stored.url)
}

function originOf(url: string): string {
  const { protocol, hostname, port, origin } = new URL(url)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isLoopback ? `${protocol}//localhost:${port}` : origin
}
