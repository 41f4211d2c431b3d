import {
  LockMode,
  type SqlEntityManager,
  UniqueConstraintViolationException,
} from '@mikro-orm/postgresql'

import { endSignIns, lockAccount } from '../../credentials/sign-ins.ts'
import { DomainError, ensure } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { coverKeys } from '../../storage/cover-path.ts'
import { retireImage } from '../../uploads/images.ts'
import { removeObjects, useUpload } from '../../uploads/uploads.ts'
import { storeAvatar } from './avatar.ts'
import { emailKey } from './create-user.ts'
import type { UpdateMeInput } from './me.schema.ts'
import { User } from './user.entity.ts'

/**
 * Changes what is given of a user's profile, all or nothing. A new avatar is kept in the store
 * first; the one before is removed once nothing shows it. With an e-mail address every sign-in but
 * the caller's ends.
 * Errors: session_expired when the account is gone, email_taken, and those of `storeAvatar`.
 */
export async function changeProfile(
  em: SqlEntityManager,
  services: Services,
  { userId, signInId }: { userId: string; signInId: string },
  { nickname, email, locale, avatarUploadId }: UpdateMeInput,
): Promise<User> {
  const avatar = avatarUploadId
    ? await storeAvatar(em, services, { userId, uploadId: avatarUploadId })
    : null
  const { user, unused } = await em.fork().transactional(async (tx) => {
    if (email !== undefined) await lockAccount(tx, userId)
    const user = await tx.findOne(User, { id: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    ensure(user, 'session_expired')
    const former = user.avatarId
    tx.assign(user, dropUndefined({ nickname, locale }))
    if (avatarUploadId !== undefined) user.avatarId = avatar && avatar.id
    if (email !== undefined) {
      tx.assign(user, { email, emailKey: emailKey(email) })
      await endSignIns(tx, userId, { except: signInId })
    }
    await flushUser(tx)
    if (avatar) await useUpload(tx, avatar.upload, coverKeys(avatar.id))
    const isReplaced = former !== null && former !== user.avatarId
    const unused = isReplaced ? await retireImage(tx, former) : []
    return { user, unused: avatar ? [...unused, avatar.upload.uploadKey] : unused }
  })
  await removeObjects(services, unused)
  return user
}

/** Writes what was changed of users. Errors: email_taken. */
export async function flushUser(em: SqlEntityManager): Promise<void> {
  try {
    await em.flush()
  } catch (cause) {
    if (cause instanceof UniqueConstraintViolationException)
      throw new DomainError('email_taken', { cause })
    throw cause
  }
}

/** What was given alone: `assign` would take what was left out for a change. */
export function dropUndefined<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<T>
}
