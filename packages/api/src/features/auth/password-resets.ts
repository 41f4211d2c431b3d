import { createHash, randomBytes } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { PasswordReset } from './password-reset.entity.ts'

const lifeMs = 3_600_000

/** A link that sets a password, once. */
export interface ResetLink {
  url: string
  expiresAt: Date
}

/**
 * Makes a link that sets an account's password once, within an hour; earlier ones still work.
 * @param origin where browsers see this server
 */
export async function makeResetLink(
  em: SqlEntityManager,
  userId: string,
  origin: string,
): Promise<ResetLink> {
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  const expiresAt = new Date(now + lifeMs)
  await em.insert(PasswordReset, {
    id: hashResetToken(token),
    user: userId,
    createdAt: new Date(now),
    expiresAt,
  })
  return { url: `${origin}/reset#${token}`, expiresAt }
}

/** SHA-256 of a reset token, hex: what the table keeps in its place. */
export function hashResetToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whose password that token may set; null when it is unknown, spent or over. */
export async function findReset(em: SqlEntityManager, token: string): Promise<string | null> {
  const reset = await em.findOne(PasswordReset, {
    id: hashResetToken(token),
    expiresAt: { $gt: new Date() },
  })
  return reset && reset.user.id
}
