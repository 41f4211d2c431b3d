import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { Session as LuciaSession } from 'lucia'
import { v7 } from 'uuid'

import { DomainError, ensure } from '../errors.ts'
import { Session, type SessionKind } from '../features/auth/session.entity.ts'
import type { User } from '../features/auth/user.entity.ts'
import { absoluteLife, type AppLucia } from './lucia.ts'
import { hashSessionId } from './lucia-adapter.ts'

/** For so long after a refresh token was spent, presenting it again is taken for a lost race. */
export const refreshGraceMs = 10_000

interface SignInOptions {
  kind: SessionKind
  deviceName?: string
  userAgent?: string
}

/** Begins a sign-in: a session with a random id that only its holder will know. */
export function beginSignIn(
  lucia: AppLucia,
  userId: string,
  { kind, deviceName, userAgent }: SignInOptions,
): Promise<LuciaSession> {
  const now = new Date()
  return lucia.createSession(userId, {
    kind,
    signInId: v7(),
    deviceName: deviceName ?? null,
    userAgent: userAgent?.slice(0, 300) ?? null,
    createdAt: now,
    lastUsedAt: now,
    endsAt: new Date(now.getTime() + absoluteLife.milliseconds()),
    spentAt: null,
  })
}

export interface RefreshedSignIn {
  user: User
  signInId: string
  refreshToken: string
}

/**
 * Exchanges a refresh token for its successor, once (RFC 9700, 4.14.2). Of several calls with one
 * token a single one wins; the others get `refresh_spent`. After the grace a spent token is
 * `refresh_reused` and ends the sign-in it came from, whoever holds its successor.
 */
export async function refreshSignIn(
  em: SqlEntityManager,
  lucia: AppLucia,
  refreshToken: string,
): Promise<RefreshedSignIn> {
  const { session, user } = await lucia.validateSession(refreshToken)
  ensure(session && session.kind === 'device', 'session_expired')
  ensure(!user.entity.disabledAt, 'account_disabled')
  if (session.spentAt) await refuseSpent(em, session.signInId, session.spentAt)
  const successor = await em.transactional(async (tx) => {
    const won = await tx.nativeUpdate(
      Session,
      { id: hashSessionId(refreshToken), spentAt: null },
      { spentAt: new Date() },
    )
    if (won === 0) return null
    const { kind, signInId, deviceName, userAgent, createdAt, endsAt } = session
    return lucia.createSession(user.id, {
      kind,
      signInId,
      deviceName,
      userAgent,
      createdAt,
      endsAt,
      lastUsedAt: new Date(),
      spentAt: null,
    })
  })
  ensure(successor, 'refresh_spent')
  return { user: user.entity, signInId: session.signInId, refreshToken: successor.id }
}

async function refuseSpent(em: SqlEntityManager, signInId: string, spentAt: Date): Promise<never> {
  if (Date.now() - spentAt.getTime() <= refreshGraceMs) throw new DomainError('refresh_spent')
  await em.nativeDelete(Session, { signInId })
  throw new DomainError('refresh_reused')
}
