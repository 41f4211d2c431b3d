import type { MikroORM } from '@mikro-orm/postgresql'
import { Lucia, TimeSpan } from 'lucia'

import type { SessionKind } from '../features/auth/session.entity.ts'
import type { User } from '../features/auth/user.entity.ts'
import { LuciaAdapter } from './lucia-adapter.ts'

/** A sign-in unused for so long is over. */
export const idleLife = new TimeSpan(30, 'd')
/** A sign-in is over after so long, however much it is used. */
export const absoluteLife = new TimeSpan(180, 'd')

export interface SessionAttributes {
  kind: SessionKind
  signInId: string
  deviceName: string | null
  userAgent: string | null
  createdAt: Date
  lastUsedAt: Date
  endsAt: Date
  spentAt: Date | null
}

declare module 'lucia' {
  interface Register {
    Lucia: AppLucia
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: { user: User }
  }
}

export type AppLucia = Lucia<SessionAttributes, { entity: User }>

/**
 * @param isHttps whether browsers see this server by https: then the cookie is Secure and carries
 * the `__Host-` prefix (RFC 6265bis, 4.1.3.2).
 */
export function createLucia(orm: MikroORM, { isHttps }: { isHttps: boolean }): AppLucia {
  return new Lucia(new LuciaAdapter(orm), {
    sessionExpiresIn: idleLife,
    sessionCookie: {
      name: isHttps ? '__Host-segue' : 'segue',
      attributes: { secure: isHttps, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: ({ user }) => ({ entity: user }),
  })
}
