import type { MikroORM } from '@mikro-orm/postgresql'

import { DomainError, ensure } from '../errors.ts'
import { Session } from '../features/auth/session.entity.ts'
import type { User } from '../features/auth/user.entity.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { AppLucia } from './lucia.ts'

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
 * than anonymous. A browser session used past half of its idle life is lengthened, and its cookie
 * sent again.
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
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1]
  ensure(token, 'session_expired')
  const { userId, signInId } = await accessTokens.verify(token)
  const session = await orm.em.fork().findOne(
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
  return { user: session.user.unwrap(), signInId }
}

async function byCookie({ lucia }: Authenticators, request: Credentials): Promise<Caller | null> {
  const id = lucia.readSessionCookie(request.cookie ?? '')
  if (!id) return null
  const { session, user } = await lucia.validateSession(id)
  if (!session || session.kind !== 'browser') return null
  if (session.fresh) request.setCookie(lucia.createSessionCookie(session.id).serialize())
  return { user: user.entity, signInId: session.signInId }
}
