import { z } from 'zod'

import type { Services } from '../services.ts'
import { coverKey, type CoverSize, coverSizes } from './cover-path.ts'
import type { PresignedGet } from './object-storage.ts'

const pathSchema = z.tuple([
  z.uuid(),
  z.coerce.number().refine((size): size is CoverSize => coverSizes.some((known) => known === size)),
])

/**
 * Where the image of a path `/covers/<id>/<size>` lies, for a redirect.
 * @param origin what the caller sees as this server's origin
 * @returns null when the path is no image's
 */
export async function findCover(
  { storage }: Services,
  path: string,
  origin: string,
): Promise<PresignedGet | null> {
  const parsed = pathSchema.safeParse(path.replace(/^\/covers\//, '').split('/'))
  if (!parsed.success) return null
  return storage.presignGet(coverKey(...parsed.data), { origin })
}
