import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { ensure } from '../../errors.ts'
import { User } from './user.entity.ts'

/** Any number will do that nothing else on this database locks. */
const adminsLock = 5_347_832

/**
 * Until the transaction ends nobody else changes who the admins are.
 * Errors: session_expired, when `by` has just ceased to be one.
 * @param by the admin who is at it
 */
export async function lockAdmins(em: SqlEntityManager, by?: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?)', [adminsLock])
  if (by === undefined) return
  const isAdmin = await em.count(User, { id: by, role: 'admin', disabledAt: null })
  ensure(isAdmin > 0, 'session_expired')
}

/** Throws `last_admin` unless an admin who can sign in remains without this one; after `lockAdmins`. */
export async function ensureAdminRemains(em: SqlEntityManager, without: string): Promise<void> {
  const others = await em.count(User, { id: { $ne: without }, role: 'admin', disabledAt: null })
  ensure(others > 0, 'last_admin')
}
