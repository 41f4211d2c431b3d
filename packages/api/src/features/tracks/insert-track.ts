import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import type { AudioInspection } from '../../media/inspect-audio.ts'
import { fold, nameKey } from '../../text/fold.ts'
import { Album } from '../albums/album.entity.ts'
import { Artist } from '../artists/artist.entity.ts'
import type { TrackCover } from './track-cover.ts'
import type { TrackDescription } from './track-from-file.ts'
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
}

/** Writes the row of a verified file, with its artist and album where they are new. */
export async function insertTrack(em: SqlEntityManager, track: NewTrack): Promise<string> {
  const { upload, objectKey, inspection, description, cover, durationMs } = track
  const { title, genre, year, trackNumber, discNumber } = description
  const { contentType, codec, bitrate } = inspection
  const id = v7()
  const ids = await findOrInsertArtists(em, description)
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
    artist: ids.artist,
    album: await findOrInsertAlbum(em, ids.albumArtist, description, cover),
    sizeBytes: upload.sizeBytes,
    sha256: upload.sha256 ?? '',
    objectKey,
    coverId: cover?.id ?? null,
    playCount: 0,
    removedAt: null,
  })
  return id
}

/** What a search for a track reads. */
export function searchTextOf({
  title,
  artist,
  album,
  albumArtist,
}: Pick<TrackDescription, 'title' | 'artist' | 'album' | 'albumArtist'>): string {
  const names = [title, artist, album ?? '', albumArtist === artist ? '' : albumArtist]
  return names.map(fold).filter(Boolean).join('\n')
}

/**
 * The ids of both artists; the album's is the track's where there is no album. Rows are taken in
 * the order of their keys, so that two transactions never wait for each other.
 */
async function findOrInsertArtists(
  em: SqlEntityManager,
  { artist, album, albumArtist }: TrackDescription,
): Promise<{ artist: string; albumArtist: string }> {
  const names = album === null ? [artist] : [albumArtist, artist]
  const byKey = new Map(names.map((name) => [nameKey(name), name]))
  const ids = new Map<string, string>()
  for (const [key, name] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)))
    ids.set(key, await findOrInsertArtist(em, name))
  const id = ids.get(nameKey(artist)) ?? ''
  return { artist: id, albumArtist: ids.get(nameKey(albumArtist)) ?? id }
}

async function findOrInsertArtist(em: SqlEntityManager, name: string): Promise<string> {
  const artist = await em.upsert(
    Artist,
    { id: v7(), createdAt: new Date(), name, nameKey: nameKey(name) },
    { onConflictFields: ['nameKey'], onConflictAction: 'ignore' },
  )
  return artist.id
}

/** The first cover of an album is the album's. */
async function findOrInsertAlbum(
  em: SqlEntityManager,
  artist: string,
  { album: title, year }: TrackDescription,
  cover: TrackCover | null,
): Promise<string | null> {
  if (title === null) return null
  const album = await em.upsert(
    Album,
    {
      id: v7(),
      createdAt: new Date(),
      title,
      titleKey: nameKey(title),
      year,
      artist,
      coverId: cover?.id ?? null,
      coverSha256: cover?.sha256 ?? null,
    },
    { onConflictFields: ['artist', 'titleKey'], onConflictAction: 'ignore' },
  )
  if (cover && album.coverId === null)
    await em.nativeUpdate(
      Album,
      { id: album.id, coverId: null },
      { coverId: cover.id, coverSha256: cover.sha256 },
    )
  return album.id
}
