import type { Services } from '../services.ts'
import { Upload } from './upload.entity.ts'
import { leftovers } from './uploads.ts'

/** A `tracks.create` that began just before an upload's end may still be at work. */
const marginMs = 3_600_000

/**
 * Removes what is left of uploads whose time is over: of used ones the client's copy and those of
 * attempts that lost, of the others everything. Safe to run in several processes, and again after it was cut off.
 * @returns how many were removed
 */
export async function sweepUploads(
  { orm, storage }: Services,
  now: Date = new Date(),
  limit = 500,
): Promise<number> {
  const em = orm.em.fork()
  const over = { expiresAt: { $lt: new Date(now.getTime() - marginMs) } }
  await em.nativeUpdate(Upload, { ...over, state: 'open' }, { state: 'discarded' })
  const uploads = await em.find(
    Upload,
    { ...over, state: { $in: ['used', 'discarded'] } },
    { limit, orderBy: { expiresAt: 'asc' } },
  )
  for (const upload of uploads) {
    await storage.delete(...leftovers(upload))
    await em.nativeDelete(Upload, { id: upload.id })
  }
  return uploads.length
}
