import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { endSignIns, lockAccount } from '../../credentials/sign-ins.ts'
import { ensure } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { retireImage } from '../../uploads/images.ts'
import { removeObjects, retireUploads } from '../../uploads/uploads.ts'
import { ensureAdminRemains, lockAdmins } from './admins.ts'
import { User } from './user.entity.ts'

/**
 * Erases an account with everything that is the user's: sign-ins, favourites, history, playlists,
 * the avatar and uploads under way. What they counted for stays counted, and tracks they brought
 * stay in the library. Objects that cannot be removed now are swept later.
 * Errors: not_found, or session_expired for one's own; last_admin.
 * @param byAdmin who does it to somebody else
 * @param ifPasswordHash only while this is the password's
 */
export async function eraseUser(
  em: SqlEntityManager,
  services: Services,
  id: string,
  { byAdmin, ifPasswordHash }: { byAdmin?: string; ifPasswordHash?: string },
): Promise<void> {
  const objects = await em.fork().transactional(async (tx) => {
    await lockAdmins(tx, byAdmin)
    ensure(await lockAccount(tx, id), byAdmin ? 'not_found' : 'session_expired')
    const user = await tx.findOneOrFail(User, { id }, { populate: ['passwordHash'] })
    ensure(!ifPasswordHash || user.passwordHash === ifPasswordHash, 'invalid_credentials')
    if (user.role === 'admin' && !user.disabledAt) await ensureAdminRemains(tx, id)
    await endSignIns(tx, id)
    const uploads = await retireUploads(tx, id)
    const avatar = user.avatarId ? await retireImage(tx, user.avatarId) : []
    await tx.nativeDelete(User, { id })
    return [...uploads, ...avatar]
  })
  await removeObjects(services, objects)
}
