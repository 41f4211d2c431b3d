import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { DomainError, ensure } from '../errors.ts'
import { Session } from '../features/auth/session.entity.ts'
import type { User } from '../features/auth/user.entity.ts'
import type { AppLucia } from './lucia.ts'
import { hashSessionId } from './lucia-adapter.ts'
import { endSignIn } from './sign-ins.ts'

/** For so long after a refresh token was spent, presenting it again is taken for a lost race. */
const refreshGraceMs = 10_000

export interface RefreshedSignIn {
  user: User
  signInId: string
  refreshToken: string
}

/**
 * Exchanges a refresh token for its successor, once (RFC 9700, 4.14.2). Of several calls with one
 * token a single one wins; the others get `refresh_spent`, or `session_expired` where a sign-out
 * came first. After the grace a spent token is `refresh_reused` and ends the sign-in it came from,
 * whoever holds its successor.
 * @param onReuse told whose sign-in has ended so
 */
export async function refreshSignIn(
  em: SqlEntityManager,
  lucia: AppLucia,
  { refreshToken, onReuse }: { refreshToken: string; onReuse(userId: string): void },
): Promise<RefreshedSignIn> {
  const { session, user } = await lucia.validateSession(refreshToken)
  ensure(session && session.kind === 'device', 'session_expired')
  ensure(!user.entity.disabledAt, 'account_disabled')
  if (session.spentAt) {
    ensure(Date.now() - session.spentAt.getTime() > refreshGraceMs, 'refresh_spent')
    await endSignIn(em, session)
    onReuse(user.id)
    throw new DomainError('refresh_reused')
  }
  const successor = await em.transactional(async (tx) => {
    const id = hashSessionId(refreshToken)
    const won = await tx.nativeUpdate(Session, { id, spentAt: null }, { spentAt: new Date() })
    if (won === 0)
      throw new DomainError((await tx.count(Session, { id })) ? 'refresh_spent' : 'session_expired')
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
  return { user: user.entity, signInId: session.signInId, refreshToken: successor.id }
}
