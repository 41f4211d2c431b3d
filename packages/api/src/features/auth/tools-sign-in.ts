import { beginSignIn, endSignIn } from '../../credentials/sign-ins.ts'
import type { Services } from '../../services.ts'
import { User } from './user.entity.ts'

/**
 * A device sign-in of the first admin for the tools on the server's own machine: whoever may read
 * the server's data folder needs no password.
 * @returns its refresh token; null while there is no admin
 */
export async function beginToolsSignIn({ orm, lucia }: Services): Promise<string | null> {
  const em = orm.em.fork()
  const admin = await em.findOne(
    User,
    { role: 'admin', disabledAt: null },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  )
  if (!admin) return null
  const session = await beginSignIn(em, lucia, admin.id, {
    kind: 'device',
    deviceName: 'Tools on the server',
    userAgent: 'segue-server',
  })
  return session.id
}

/** Ends the sign-in of a refresh token, access tokens with it. */
export async function endToolsSignIn(
  { orm, lucia }: Services,
  refreshToken: string,
): Promise<void> {
  const { session } = await lucia.validateSession(refreshToken)
  if (session) await endSignIn(orm.em.fork(), session)
}

/** Whether a refresh token could be exchanged now, and for an admin's rights. */
export async function isToolsSignInLive(
  { lucia }: Services,
  refreshToken: string,
): Promise<boolean> {
  const { session, user } = await lucia.validateSession(refreshToken)
  if (!session || user.entity.disabledAt || user.entity.role !== 'admin') return false
  return session.kind === 'device' && session.spentAt === null
}
