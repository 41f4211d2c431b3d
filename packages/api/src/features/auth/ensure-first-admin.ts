import { randomBytes } from 'node:crypto'

import type { Services } from '../../services.ts'
import { createUser } from './create-user.ts'
import { User } from './user.entity.ts'

const firstAdminLock = 5_347_832

export interface FirstAdmin {
  email: string
  /** The generated password; null when one was given. */
  generatedPassword: string | null
}

/** Whether anybody keeps the library yet. */
export async function hasAdmin({ orm }: Services): Promise<boolean> {
  return (await orm.em.fork().count(User, { role: 'admin' })) > 0
}

/**
 * Makes the first admin while there is none; of several processes only one does.
 * @returns null when there is an admin already
 */
export function ensureFirstAdmin(
  { orm }: Services,
  { email, password }: { email: string; password?: string },
): Promise<FirstAdmin | null> {
  return orm.em.fork().transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(?)', [firstAdminLock])
    if ((await em.count(User, { role: 'admin' })) > 0) return null
    const generatedPassword = password === undefined ? randomBytes(12).toString('base64url') : null
    await createUser(em, {
      email,
      password: password ?? generatedPassword ?? '',
      nickname: 'Admin',
      role: 'admin',
    })
    return { email, generatedPassword }
  })
}
