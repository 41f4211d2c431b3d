import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import type { AudioInspection } from '../../media/inspect-audio.ts'
import { fold } from '../../text/fold.ts'
import { Album } from '../albums/album.entity.ts'
import { placeTrack, searchTextOf } from './place-track.ts'
import { settleAlbumLoudness } from './settle-album-loudness.ts'
import type { TrackCover } from './track-cover.ts'
import type { TrackDescription } from './track-from-file.ts'
import type { TrackLoudness } from './track-loudness.ts'
import { Track } from './track.entity.ts'
import type { Upload } from '../../uploads/upload.entity.ts'

export interface NewTrack {
  upload: Pick<Upload, 'sha256' | 'sizeBytes'>
  /** Where the verified bytes lie. */
  objectKey: string
  inspection: Pick<AudioInspection, 'bitrate' | 'codec' | 'contentType'>
  description: TrackDescription
  cover: TrackCover | null
  durationMs: number
  loudness: TrackLoudness
}

/** Writes the row of a verified file, with its artist and album where they are new. */
export async function insertTrack(em: SqlEntityManager, track: NewTrack): Promise<string> {
  const { upload, objectKey, inspection, description, cover, durationMs, loudness } = track
  const { title, genre, year, trackNumber, discNumber } = description
  const { contentType, codec, bitrate } = inspection
  const id = v7()
  const place = await placeTrack(em, description)
  if (place.album) await completeAlbum(em, place.album, { cover, year })
  await em.insert(Track, {
    id,
    title,
    genre,
    year,
    trackNumber,
    discNumber,
    durationMs,
    contentType,
    codec,
    bitrate: bitrate === null ? null : Math.round(bitrate),
    createdAt: new Date(),
    titleKey: fold(title),
    searchText: searchTextOf(description),
    ...place,
    ...loudness,
    sizeBytes: upload.sizeBytes,
    sha256: upload.sha256 ?? '',
    objectKey,
    coverId: cover?.id ?? null,
    playCount: 0,
    removedAt: null,
  })
  await settleAlbumLoudness(em, [place.album])
  return id
}

/** The first cover and the first year that come with its tracks are the album's. */
async function completeAlbum(
  em: SqlEntityManager,
  album: string,
  { cover, year }: { cover: TrackCover | null; year: number | null },
): Promise<void> {
  if (cover)
    await em.nativeUpdate(
      Album,
      { id: album, coverId: null },
      { coverId: cover.id, coverSha256: cover.sha256 },
    )
  if (year !== null) await em.nativeUpdate(Album, { id: album, year: null }, { year })
}
