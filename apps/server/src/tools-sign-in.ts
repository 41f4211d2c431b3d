import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import {
  appRouter,
  beginToolsSignIn,
  endToolsSignIn,
  createContext,
  isToolsSignInLive,
  type Services,
} from '@segue/api'

import { writeSecret } from './secrets.ts'

const everyMs = 60_000

interface ToolsSignIn {
  url: string
  refreshToken: string
}

/** Every procedure, called in this process. */
export type ToolsApi = ReturnType<typeof appRouter.createCaller>

/**
 * Keeps a device sign-in of the first admin in `DATA_DIR/cli.json`, for tools on the server's own
 * machine: a new one when it has ended, and always with the address the server has now.
 * @param url this server as it reaches itself
 */
export async function keepToolsSignIn(
  services: Services,
  dataDir: string,
  url: string,
): Promise<void> {
  const file = join(dataDir, 'cli.json')
  const kept = await readSignIn(file)
  const isLive = kept !== null && (await isToolsSignInLive(services, kept.refreshToken))
  if (isLive && kept.url === url) return
  const refreshToken = isLive ? kept.refreshToken : await beginToolsSignIn(services)
  if (refreshToken) await writeSecret(file, `${JSON.stringify({ url, refreshToken })}\n`)
}

/**
 * Looks once a minute whether that sign-in has ended, as by a new password of the first admin, and
 * makes another then.
 * @returns disposed, it waits for the look under way
 */
export function watchToolsSignIn(
  services: Services,
  dataDir: string,
  url: string,
): AsyncDisposable {
  const look = async () => {
    try {
      const kept = await readSignIn(join(dataDir, 'cli.json'))
      await keepToolsSignIn(services, dataDir, kept?.url ?? url)
    } catch (err) {
      services.logger.warn({ err }, 'the sign-in of tools was not looked after; in a minute again')
    }
  }
  let current = Promise.resolve()
  const timer = setInterval(() => {
    current = current.then(look)
  }, everyMs)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await current
    },
  }
}

async function readSignIn(file: string): Promise<ToolsSignIn | null> {
  try {
    const kept: Partial<ToolsSignIn> = JSON.parse(await readFile(file, 'utf8'))
    const { url, refreshToken } = kept
    return typeof url === 'string' && typeof refreshToken === 'string'
      ? { url, refreshToken }
      : null
  } catch {
    return null
  }
}

/**
 * Lends the API as the first admin may call it, for as long as `use` takes.
 * @returns null while there is no admin
 */
export async function asTools<T>(
  services: Services,
  url: string,
  use: (api: ToolsApi) => Promise<T>,
): Promise<T | null> {
  const refreshToken = await beginToolsSignIn(services)
  if (!refreshToken) return null
  const tokens = await apiCaller(services, url).auth.refresh({ refreshToken })
  try {
    return await use(apiCaller(services, url, `Bearer ${tokens.accessToken}`))
  } finally {
    await endToolsSignIn(services, tokens.refreshToken)
  }
}

function apiCaller(services: Services, origin: string, authorization?: string): ToolsApi {
  return appRouter.createCaller(() =>
    createContext(services, {
      requestId: randomUUID(),
      origin,
      address: '127.0.0.1',
      authorization,
      userAgent: 'segue-server',
      setCookie: () => {},
    }),
  )
}
