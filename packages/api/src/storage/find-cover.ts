import { z } from 'zod'

import { coverKey, coverSizes } from './cover-path.ts'
import type { ObjectStorage, PresignedGet } from './object-storage.ts'

const pathSchema = z.tuple([
  z.uuid(),
  z.string().transform((text, context) => {
    const size = coverSizes.find((known) => `${known}` === text)
    if (size === undefined) context.addIssue('no size of covers')
    return size ?? z.NEVER
  }),
])

/**
 * Where the image of a path `/covers/<id>/<size>` lies, for a redirect.
 * @param origin what the caller sees as this server's origin
 * @returns null when the path is no image's
 */
export async function findCover(
  storage: ObjectStorage,
  path: string,
  origin: string,
): Promise<PresignedGet | null> {
  const parsed = pathSchema.safeParse(path.replace(/^\/covers\//, '').split('/'))
  if (!parsed.success) return null
  return storage.presignGet(coverKey(...parsed.data), { origin })
}
