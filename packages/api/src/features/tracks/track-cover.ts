import { createHash } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { DomainError } from '../../errors.ts'
import { MediaRefusal } from '../../media/inspect-audio.ts'
import type { Services } from '../../services.ts'
import { storeImage } from '../../uploads/images.ts'
import { nameKey } from '../../text/fold.ts'
import { Album } from '../albums/album.entity.ts'
import type { TrackDescription } from './track-from-file.ts'

/** A stored image, and the SHA-256 (hex) of what it was made from. */
export interface TrackCover {
  id: string
  sha256: string
}

/**
 * The cover of a new track, re-encoded at every size; the album's own when it was made from the
 * same image. An attached file must be an image; an embedded one that is none is left out.
 * Errors: not_an_image.
 */
export async function storeTrackCover(
  em: SqlEntityManager,
  services: Services,
  id: string,
  from: {
    attached: Uint8Array | undefined
    embedded: Uint8Array | undefined
    description: TrackDescription
  },
): Promise<TrackCover | null> {
  const bytes = from.attached ?? from.embedded
  if (!bytes) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const shared = await findAlbumCover(em, from.description, sha256)
  if (shared) return { id: shared, sha256 }
  try {
    await storeImage(services, id, bytes)
    return { id, sha256 }
  } catch (cause) {
    if (!(cause instanceof MediaRefusal)) throw cause
    if (!from.attached) return null
    throw new DomainError('not_an_image', { message: cause.message, cause })
  }
}

async function findAlbumCover(
  em: SqlEntityManager,
  { album, albumArtist }: TrackDescription,
  sha256: string,
): Promise<string | null> {
  if (album === null) return null
  const found = await em.findOne(Album, {
    titleKey: nameKey(album),
    artist: { nameKey: nameKey(albumArtist) },
    coverSha256: sha256,
  })
  return found?.coverId ?? null
}
