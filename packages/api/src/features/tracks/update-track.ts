import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { ensure } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { fold } from '../../text/fold.ts'
import { readUploadedImage, retireImage } from '../../uploads/images.ts'
import { useUpload } from '../../uploads/uploads.ts'
import { Album } from '../albums/album.entity.ts'
import { placeTrack, searchTextOf } from './place-track.ts'
import { currentDescription, redescribe, respelledArtists } from './redescribe-track.ts'
import { settleAlbumLoudness } from './settle-album-loudness.ts'
import { settleAlbums } from './settle-albums.ts'
import { keepCover, keysOfCover, type TrackCover } from './track-cover.ts'
import { measuredLoudness, unknownLoudness } from './track-loudness.ts'
import { Track } from './track.entity.ts'
import type { UpdateTrackInput } from './tracks.schema.ts'

/**
 * Changes what is given of a track. Simultaneous changes take their turns, each as a whole.
 * Errors: not_found, upload_incomplete, upload_mismatch, not_an_image.
 */
export async function updateTrack(
  em: SqlEntityManager,
  services: Services,
  userId: string,
  input: UpdateTrackInput,
): Promise<void> {
  ensure((await em.count(Track, { id: input.id })) > 0, 'not_found')
  const by = { userId, uploadId: input.coverUploadId ?? '', kind: 'cover' } as const
  const attached = input.coverUploadId ? await readUploadedImage(em, services, by) : null
  const cover = attached && (await keepCover(em, services, attached.upload, attached.bytes))
  await em.transactional(async (tx) => {
    if (attached) await useUpload(tx, attached.upload, keysOfCover(cover))
    await rewriteTrack(tx, input, cover)
  })
}

async function rewriteTrack(
  em: SqlEntityManager,
  input: UpdateTrackInput,
  cover: TrackCover | null,
): Promise<void> {
  const { id, durationMs, coverUploadId, loudness } = input
  await em.execute('select 1 from tracks where id = ? for no key update', [id])
  const track = await em.findOneOrFail(Track, { id }, { populate: ['artist', 'album.artist'] })
  const [formerCover, formerAlbum] = [track.coverId, track.album?.id]
  const current = currentDescription(track)
  const description = redescribe(current, input, await isAlone(em, track))
  const place = await placeTrack(em, description, respelledArtists(current, input))
  const { title, genre, year, trackNumber, discNumber } = description
  await em.nativeUpdate(
    Track,
    { id },
    {
      title,
      titleKey: fold(title),
      searchText: searchTextOf(description),
      genre,
      year,
      trackNumber,
      discNumber,
      ...place,
      ...(durationMs !== undefined && { durationMs }),
      ...(coverUploadId !== undefined && { coverId: cover?.id ?? null }),
      ...(loudness !== undefined && (loudness ? measuredLoudness(loudness) : unknownLoudness)),
    },
  )
  await settleAlbums(em, [formerAlbum, place.album], cover)
  await settleAlbumLoudness(em, [formerAlbum, place.album])
  if (input.album && place.album === formerAlbum)
    await em.nativeUpdate(Album, { id: place.album }, { title: input.album })
  if (coverUploadId !== undefined && formerCover) await retireImage(em, formerCover)
}

/** Whether no other track is on its album. */
async function isAlone(em: SqlEntityManager, { id, album }: Track): Promise<boolean> {
  return album === null || (await em.count(Track, { album: album.id, id: { $ne: id } })) === 0
}
