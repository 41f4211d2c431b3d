import { randomUUID } from 'node:crypto'

import { raw, type SqlEntityManager } from '@mikro-orm/postgresql'

import { DomainError, ensure } from '../errors.ts'
import type { Services } from '../services.ts'
import { type PresignedPut, uploadLinkLifeMs } from '../storage/object-storage.ts'
import type { Role, User } from '../features/auth/user.entity.ts'
import { Upload, type UploadKind } from './upload.entity.ts'

/** An upload not completed within a day is swept. */
export const uploadLifeMs = 86_400_000

/** How much may be on its way at once. */
const quotas: Record<Role, { uploads: number; bytes: number }> = {
  listener: { uploads: 20, bytes: 1024 ** 3 },
  admin: { uploads: 200, bytes: 200 * 1024 ** 3 },
}

/** Objects removed at once. */
const lanes = 8

interface NewUpload {
  kind: UploadKind
  filename: string
  contentType: string
  sizeBytes: number
  sha256?: string
}

/** A way to send one file to the store. */
export interface UploadLink extends PresignedPut {
  uploadId: string
}

/** Throws `type_not_allowed` for a content type that is not in the list. */
export function ensureType(allowed: readonly string[], contentType: string): void {
  if (!allowed.includes(contentType)) throw new DomainError('type_not_allowed')
}

/**
 * Begins an upload, or goes on with the caller's open one of the same bytes, with a fresh link.
 * Errors: upload_quota_exceeded, store_unavailable.
 */
export async function openUpload(
  em: SqlEntityManager,
  { storage }: Services,
  { user, origin }: { user: User; origin: string },
  file: NewUpload,
): Promise<UploadLink> {
  await storage.ensureAnswers()
  const upload = await em.transactional(async (tx) => {
    // One at a time for each user, or simultaneous calls would pass the quota together.
    await tx.execute('select 1 from users where id = ? for no key update', [user.id])
    return (await findSame(tx, user, file)) ?? insertUpload(tx, user, file)
  })
  const { contentType, sizeBytes, sha256 } = upload
  const put = await storage.presignPut(
    { key: upload.uploadKey, contentType, sizeBytes, sha256: sha256 ?? undefined },
    origin,
  )
  return { uploadId: upload.id, ...put }
}

async function findSame(
  em: SqlEntityManager,
  user: User,
  { kind, contentType, sizeBytes, sha256 }: NewUpload,
): Promise<Upload | null> {
  if (sha256 === undefined) return null
  return em.findOne(Upload, {
    user: user.id,
    kind,
    contentType,
    sizeBytes,
    sha256,
    state: 'open',
    expiresAt: { $gt: new Date(Date.now() + uploadLifeMs / 2) },
  })
}

async function insertUpload(em: SqlEntityManager, user: User, file: NewUpload): Promise<Upload> {
  const open = await em.find(
    Upload,
    { user: user.id, state: 'open', expiresAt: { $gt: new Date() } },
    { fields: ['sizeBytes'] },
  )
  const quota = quotas[user.role]
  const bytes = open.reduce((sum, { sizeBytes }) => sum + sizeBytes, file.sizeBytes)
  ensure(open.length < quota.uploads && bytes <= quota.bytes, 'upload_quota_exceeded')
  const upload = em.create(Upload, {
    user: user.id,
    kind: file.kind,
    state: 'open',
    filename: file.filename.slice(-500).toWellFormed(),
    contentType: file.contentType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256 ?? null,
    uploadKey: `uploads/${randomUUID()}`,
    expiresAt: new Date(Date.now() + uploadLifeMs),
  })
  await em.persist(upload).flush()
  return upload
}

/**
 * The caller's own upload that has not been used; another's, a swept and an unknown one are alike.
 * Errors: not_found.
 */
export async function findOpenUpload(
  em: SqlEntityManager,
  userId: string,
  id: string,
  kind: UploadKind,
): Promise<Upload> {
  const upload = await em.findOne(Upload, {
    id,
    kind,
    user: userId,
    state: 'open',
    expiresAt: { $gt: new Date() },
  })
  ensure(upload, 'not_found')
  return upload
}

/**
 * The ETag of what was uploaded.
 * Errors: upload_incomplete while nothing is there, upload_mismatch when it has another size.
 */
export async function headUpload({ storage }: Services, upload: Upload): Promise<string> {
  const found = await storage.head(upload.uploadKey)
  ensure(found, 'upload_incomplete')
  ensure(found.sizeBytes === upload.sizeBytes, 'upload_mismatch')
  return found.etag
}

/**
 * Ends an upload that will not be used and removes what it left in the store. The row stays until
 * its link has expired, since bytes could still be sent to that link.
 */
export async function discardUpload(
  em: SqlEntityManager,
  { storage }: Services,
  upload: Upload,
): Promise<void> {
  const discarded = await em.nativeUpdate(
    Upload,
    { id: upload.id, state: 'open' },
    { state: 'discarded', expiresAt: afterLink() },
  )
  if (discarded === 0) return
  // Read anew: attempts may have noted copies since.
  const now = await em.fork().findOneOrFail(Upload, { id: upload.id })
  await storage.delete(...leftovers(now))
}

/**
 * Gives up everything a user has on its way, inside the transaction that erases the user; what their
 * files were called goes too.
 * @returns the keys of objects that may be there, for who removes them at once
 */
export async function retireUploads(em: SqlEntityManager, userId: string): Promise<string[]> {
  await em.nativeUpdate(
    Upload,
    { user: userId, state: 'open' },
    { state: 'discarded', expiresAt: afterLink() },
  )
  await em.nativeUpdate(Upload, { user: userId }, { filename: '' })
  const uploads = await em.find(Upload, { user: userId })
  return uploads.flatMap(leftovers)
}

/** Removes objects that the sweep would find too: a store that is away is no failure. */
export async function removeObjects({ storage, logger }: Services, keys: string[]): Promise<void> {
  const waiting = [...keys]
  const lane = async () => {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) await storage.delete(key)
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } catch (err) {
    logger.warn({ err }, 'objects that nothing uses are left to the sweep')
  }
}

/**
 * Draws the key that one attempt to use an upload copies it to, and notes it for the sweep. Each has
 * its own: not every store minds the condition of a copy, and one that comes late must not replace
 * what a track has in use.
 * Errors: not_found, when the upload is open no more.
 */
export async function drawCopyKey(em: SqlEntityManager, upload: Upload): Promise<string> {
  const key = `audio/${randomUUID()}`
  await noteCopies(em, upload, [key])
  return key
}

/**
 * Notes what one attempt to use an upload is about to write, for the sweep. Errors: not_found, when
 * the upload is open no more.
 */
export async function noteCopies(
  em: SqlEntityManager,
  { id }: Upload,
  keys: string[],
): Promise<void> {
  const noted = await em.nativeUpdate(
    Upload,
    { id, state: 'open' },
    { copyKeys: raw('copy_keys || ?::text[]', [pgArray(keys)]) },
  )
  ensure(noted > 0, 'not_found')
}

/**
 * Marks an upload as used, inside the transaction that uses it. Errors: not_found, when it is open
 * no more.
 * @param keys of its copies, those that are in use from now on
 */
export async function useUpload(
  em: SqlEntityManager,
  { id }: Upload,
  keys: string[] = [],
): Promise<void> {
  const used = await em.nativeUpdate(
    Upload,
    { id, state: 'open' },
    {
      state: 'used',
      expiresAt: afterLink(),
      copyKeys: raw('array(select unnest(copy_keys) except select unnest(?::text[]))', [
        pgArray(keys),
      ]),
    },
  )
  ensure(used > 0, 'not_found')
}

/** Keys as PostgreSQL writes an array of them: of our own making, they hold nothing to escape. */
function pgArray(keys: string[]): string {
  return `{${keys.join()}}`
}

/** Every object that an upload may have left and nothing uses. */
export function leftovers({
  uploadKey,
  copyKeys,
}: Pick<Upload, 'uploadKey' | 'copyKeys'>): string[] {
  return [uploadKey, ...copyKeys]
}

function afterLink(): Date {
  return new Date(Date.now() + uploadLinkLifeMs)
}
