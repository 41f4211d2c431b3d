import { createHash, randomUUID } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import { Album } from '../features/albums/album.entity.ts'
import { Artist } from '../features/artists/artist.entity.ts'
import { searchTextOf } from '../features/tracks/place-track.ts'
import { unknownLoudness } from '../features/tracks/track-loudness.ts'
import { Track } from '../features/tracks/track.entity.ts'
import { fold, nameKey } from '../text/fold.ts'

export interface ShelvedTrack {
  title: string
  artist?: string
  album?: string | null
  genre?: string | null
  year?: number | null
  trackNumber?: number | null
  discNumber?: number | null
  durationMs?: number
  playCount?: number
  removedAt?: Date | null
}

/** Puts rows into the library without files behind them, for what reads rows alone. */
export async function shelve(em: SqlEntityManager, ...tracks: ShelvedTrack[]): Promise<string[]> {
  const ids: string[] = []
  for (const track of tracks) {
    const { title, artist = 'Somebody', album = null, ...rest } = track
    const artistId = await upsertArtist(em, artist)
    const id = v7()
    await em.insert(Track, {
      id,
      createdAt: new Date(),
      title,
      titleKey: fold(title),
      searchText: searchTextOf({ title, artist, album, albumArtist: artist }),
      artist: artistId,
      album: album === null ? null : await upsertAlbum(em, artistId, album),
      genre: null,
      year: null,
      trackNumber: null,
      discNumber: null,
      durationMs: 180_000,
      playCount: 0,
      removedAt: null,
      contentType: 'audio/flac',
      sizeBytes: 1_000,
      sha256: createHash('sha256').update(id).digest('hex'),
      codec: 'FLAC',
      bitrate: null,
      objectKey: `audio/${randomUUID()}`,
      coverId: null,
      ...unknownLoudness,
      ...rest,
    })
    ids.push(id)
  }
  return ids
}

async function upsertArtist(em: SqlEntityManager, name: string): Promise<string> {
  const artist = { id: v7(), createdAt: new Date(), name, nameKey: nameKey(name) }
  const { id } = await em.upsert(Artist, artist, {
    onConflictFields: ['nameKey'],
    onConflictAction: 'ignore',
  })
  return id
}

async function upsertAlbum(em: SqlEntityManager, artist: string, title: string): Promise<string> {
  const { id } = await em.upsert(
    Album,
    {
      id: v7(),
      createdAt: new Date(),
      title,
      titleKey: nameKey(title),
      artist,
      year: null,
      gainDb: null,
      peak: null,
      coverId: null,
      coverSha256: null,
    },
    { onConflictFields: ['artist', 'titleKey'], onConflictAction: 'ignore' },
  )
  return id
}
