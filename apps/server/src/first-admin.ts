import { randomBytes } from 'node:crypto'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { DomainError, ensureFirstAdmin, hasAdmin, type Services } from '@segue/api'

import { writeSecret } from './secrets.ts'
import { StartError } from './start-error.ts'

export interface FirstAdminOptions {
  dataDir: string
  email: string
  /** null: one is generated. */
  password: string | null
}

/**
 * Makes the first admin while there is none. A generated password is on the disk before the account
 * exists, so that a kill in between cannot lose it; who calls shows it and then calls `handOver`.
 * @returns the generated password that nobody has been given yet
 */
export async function prepareFirstAdmin(
  services: Services,
  { dataDir, email, password }: FirstAdminOptions,
): Promise<string | null> {
  const pending = pendingFile(dataDir)
  const kept = await readFile(pending, 'utf8').catch(() => null)
  if (await hasAdmin(services)) return kept
  const generated = password ? null : (kept ?? randomBytes(12).toString('base64url'))
  if (generated && !kept) await writeSecret(pending, generated)
  const isMade = await makeFirstAdmin(services, email, password ?? generated ?? '')
  if (isMade && generated) return generated
  await rm(pending, { force: true })
  return null
}

/** @returns false where another process was first */
async function makeFirstAdmin(
  services: Services,
  email: string,
  password: string,
): Promise<boolean> {
  try {
    return await ensureFirstAdmin(services, { email, password })
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause
    throw new StartError(`ADMIN_EMAIL ${email} is a listener's: choose another`, { cause })
  }
}

/**
 * After the password was shown on a terminal it is on the disk no more; without a terminal it stays,
 * in the file whose name this returns.
 */
export async function handOver(
  dataDir: string,
  { wasShown }: { wasShown: boolean },
): Promise<string> {
  const file = join(dataDir, 'first-admin-password')
  if (wasShown) await rm(pendingFile(dataDir))
  else await rename(pendingFile(dataDir), file)
  return file
}

function pendingFile(dataDir: string): string {
  return join(dataDir, 'first-admin-password.pending')
}
