import { createHash, randomUUID } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { DomainError } from '../../errors.ts'
import { MediaRefusal } from '../../media/inspect-audio.ts'
import type { Services } from '../../services.ts'
import { coverKeys } from '../../storage/cover-path.ts'
import { storeImage } from '../../uploads/images.ts'
import type { Upload } from '../../uploads/upload.entity.ts'
import { noteCopies } from '../../uploads/uploads.ts'
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
 * Errors: not_an_image, not_found when the upload is open no more.
 * @param upload which remembers the image until a track uses it
 */
export async function storeTrackCover(
  em: SqlEntityManager,
  services: Services,
  upload: Upload,
  from: {
    attached: Uint8Array | undefined
    embedded: Uint8Array | undefined
    description: TrackDescription
  },
): Promise<TrackCover | null> {
  const bytes = from.attached ?? from.embedded
  if (!bytes) return null
  const sha256 = sha256Of(bytes)
  const shared = await findAlbumCover(em, from.description, sha256)
  if (shared) return { id: shared, sha256 }
  try {
    return await keepCover(em, services, upload, bytes)
  } catch (cause) {
    const isNoImage = cause instanceof DomainError && cause.reason === 'not_an_image'
    if (isNoImage && !from.attached) return null
    throw cause
  }
}

/**
 * Stores an image under an id that no other attempt has, so that none overwrites another's.
 * Errors: not_an_image, not_found when the upload is open no more.
 * @param upload which remembers the image until a track uses it
 */
export async function keepCover(
  em: SqlEntityManager,
  services: Services,
  upload: Upload,
  bytes: Uint8Array,
): Promise<TrackCover> {
  const cover = { id: randomUUID(), sha256: sha256Of(bytes) }
  await noteCopies(em, upload, keysOfCover(cover))
  try {
    await storeImage(services, cover.id, bytes)
    return cover
  } catch (cause) {
    if (!(cause instanceof MediaRefusal)) throw cause
    throw new DomainError('not_an_image', { message: cause.message, cause })
  }
}

/** Where a cover lies in the store. */
export function keysOfCover(cover: TrackCover | null): string[] {
  return cover ? coverKeys(cover.id) : []
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
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
