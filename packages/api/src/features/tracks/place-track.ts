import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import { fold, nameKey } from '../../text/fold.ts'
import { Album } from '../albums/album.entity.ts'
import { Artist } from '../artists/artist.entity.ts'
import type { TrackDescription } from './track-from-file.ts'

/** The artist and the album that a track is by and on. */
export interface TrackPlace {
  artist: string
  album: string | null
}

const nothing: ReadonlySet<string> = new Set()

/**
 * Finds the artist and the album of that description, or makes them.
 * @param respelled the keys of artists who are written from now on as the description writes them
 */
export async function placeTrack(
  em: SqlEntityManager,
  description: TrackDescription,
  respelled: ReadonlySet<string> = nothing,
): Promise<TrackPlace> {
  const ids = await findOrInsertArtists(em, description, respelled)
  return {
    artist: ids.artist,
    album: await findOrInsertAlbum(em, ids.albumArtist, description),
  }
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
  respelled: ReadonlySet<string>,
): Promise<{ artist: string; albumArtist: string }> {
  const names = album === null ? [artist] : [albumArtist, artist]
  const byKey = new Map(names.map((name) => [nameKey(name), name]))
  const ids = new Map<string, string>()
  for (const [key, name] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)))
    ids.set(key, await findOrInsertArtist(em, name, respelled.has(key)))
  const id = ids.get(nameKey(artist)) ?? ''
  return { artist: id, albumArtist: ids.get(nameKey(albumArtist)) ?? id }
}

async function findOrInsertArtist(
  em: SqlEntityManager,
  name: string,
  isRespelled: boolean,
): Promise<string> {
  const artist = await em.upsert(
    Artist,
    { id: v7(), createdAt: new Date(), name, nameKey: nameKey(name) },
    { onConflictFields: ['nameKey'], onConflictAction: 'ignore' },
  )
  if (isRespelled) await em.nativeUpdate(Artist, { id: artist.id, name: { $ne: name } }, { name })
  return artist.id
}

async function findOrInsertAlbum(
  em: SqlEntityManager,
  artist: string,
  { album: title, year }: TrackDescription,
): Promise<string | null> {
  if (title === null) return null
  const { id } = await em.upsert(
    Album,
    {
      id: v7(),
      createdAt: new Date(),
      title,
      titleKey: nameKey(title),
      year,
      artist,
      gainDb: null,
      peak: null,
      coverId: null,
      coverSha256: null,
    },
    { onConflictFields: ['artist', 'titleKey'], onConflictAction: 'ignore' },
  )
  return id
}
