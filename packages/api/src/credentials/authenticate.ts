import type { MikroORM } from '@mikro-orm/postgresql'

import { DomainError, ensure } from '../errors.ts'
import { Session } from '../features/auth/session.entity.ts'
import type { User } from '../features/auth/user.entity.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { AppLucia } from './lucia.ts'
import { readSessionCookie } from './session-cookie.ts'
import { noteUse } from './sign-ins.ts'

/** Who is calling, by which sign-in. */
export interface Caller {
  user: User
  signInId: string
}

interface Credentials {
  authorization?: string
  cookie?: string
  setCookie(value: string): void
}

interface Authenticators {
  orm: MikroORM
  lucia: AppLucia
  accessTokens: AccessTokens
}

/**
 * With an Authorization header the cookie is not looked at, and a bad bearer is refused rather
 * than anonymous. Use lengthens a sign-in, noted every few minutes; a browser's cookie is then sent
 * again.
 * @returns null when no credentials came, or a cookie of no live session.
 */
export async function authenticate(
  by: Authenticators,
  request: Credentials,
): Promise<Caller | null> {
  const caller =
    request.authorization === undefined
      ? await byCookie(by, request)
      : await byBearer(by, request.authorization)
  if (caller?.user.disabledAt) throw new DomainError('account_disabled')
  return caller
}

async function byBearer({ orm, accessTokens }: Authenticators, header: string): Promise<Caller> {
  const em = orm.em.fork()
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1]
  ensure(token, 'session_expired')
  const { userId, signInId } = await accessTokens.verify(token)
  const session = await em.findOne(
    Session,
    {
      signInId,
      user: userId,
      kind: 'device',
      spentAt: null,
      expiresAt: { $gt: new Date() },
    },
    { populate: ['user'], strategy: 'joined' },
  )
  ensure(session, 'session_expired')
  await noteUse(em, session)
  return { user: session.user.unwrap(), signInId }
}

async function byCookie(
  { orm, lucia }: Authenticators,
  request: Credentials,
): Promise<Caller | null> {
  const id = readSessionCookie(request.cookie, lucia)
  if (!id) return null
  const { session, user } = await lucia.validateSession(id)
  if (!session || session.kind !== 'browser') return null
  const wasNoted = await noteUse(orm.em.fork(), session)
  if (session.fresh || wasNoted)
    request.setCookie(lucia.createSessionCookie(session.id).serialize())
  return { user: user.entity, signInId: session.signInId }
}
