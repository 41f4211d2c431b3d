import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { Album } from '../features/albums/album.entity.ts'
import { Track } from '../features/tracks/track.entity.ts'
import type { Services } from '../services.ts'
import { coverIdOf } from '../storage/cover-path.ts'
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
  const shown = await findShownCovers(em, uploads.flatMap(leftovers))
  for (const upload of uploads) {
    const unused = leftovers(upload).filter((key) => !shown.has(coverIdOf(key) ?? ''))
    await storage.delete(...unused)
    await em.nativeDelete(Upload, { id: upload.id })
  }
  return uploads.length
}

/** Those of the images that a track or an album shows: tracks of an album may share one. */
async function findShownCovers(em: SqlEntityManager, keys: string[]): Promise<Set<string | null>> {
  const ids = [...new Set(keys.map(coverIdOf))].filter((id) => id !== null)
  if (ids.length === 0) return new Set()
  const where = { coverId: { $in: ids } }
  const tracks = await em.find(Track, where, { fields: ['coverId'] })
  const albums = await em.find(Album, where, { fields: ['coverId'] })
  return new Set([...tracks, ...albums].map(({ coverId }) => coverId))
}
