import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { appRouter, createContext, type Services } from '@segue/api'

import { writeSecret } from './secrets.ts'

interface ToolsSignIn {
  url: string
  refreshToken: string
}

/** Every procedure, called in this process. */
export type ToolsApi = ReturnType<typeof appRouter.createCaller>

/** Where tools on the server's own machine find a device sign-in of the first admin. */
export function toolsFile(dataDir: string): string {
  return join(dataDir, 'cli.json')
}

/** Signs in for the tools; leaves no file when the password is not that account's any more. */
export async function signInTools(
  services: Services,
  {
    dataDir,
    email,
    password,
    url,
  }: { dataDir: string; email: string; password: string; url: string },
): Promise<void> {
  const api = apiCaller(services, url)
  const tokens = await api.auth
    .token({ email, password, deviceName: 'Tools on the server' })
    .catch(() => null)
  if (tokens) await write(dataDir, { url, refreshToken: tokens.refreshToken })
}

/**
 * The API as the tools' admin may call it; the file gets the next refresh token.
 * @returns null when there is no sign-in, or it has ended
 */
export async function callAsTools(
  services: Services,
  dataDir: string,
  url: string,
): Promise<ToolsApi | null> {
  const file = await readFile(toolsFile(dataDir), 'utf8').catch(() => null)
  if (!file) return null
  const { refreshToken } = JSON.parse(file) as ToolsSignIn
  const tokens = await apiCaller(services, url)
    .auth.refresh({ refreshToken })
    .catch(() => null)
  if (!tokens) return null
  await write(dataDir, { url, refreshToken: tokens.refreshToken })
  return apiCaller(services, url, `Bearer ${tokens.accessToken}`)
}

function apiCaller(services: Services, url: string, authorization?: string): ToolsApi {
  const context = createContext(services, {
    requestId: randomUUID(),
    origin: url,
    address: '127.0.0.1',
    authorization,
    userAgent: 'segue-server',
    setCookie: () => {},
  })
  return appRouter.createCaller(context)
}

function write(dataDir: string, signIn: ToolsSignIn): Promise<void> {
  return writeSecret(toolsFile(dataDir), `${JSON.stringify(signIn)}\n`)
}
