import type { Services } from '../../services.ts'
import { lockAdmins } from './admins.ts'
import { createUser } from './create-user.ts'
import { User } from './user.entity.ts'

/** Whether anybody keeps the library yet. */
export async function hasAdmin({ orm }: Services): Promise<boolean> {
  return (await orm.em.fork().count(User, { role: 'admin' })) > 0
}

/**
 * Makes the first admin while there is none; of several processes only one does.
 * Errors: email_taken, when a listener has that address.
 * @returns whether this call made it
 */
export function ensureFirstAdmin(
  { orm }: Services,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  return orm.em.fork().transactional(async (em) => {
    await lockAdmins(em)
    if ((await em.count(User, { role: 'admin' })) > 0) return false
    await createUser(em, { email, password, nickname: 'Admin', role: 'admin' })
    return true
  })
}
