import type { RouterInputs, RouterOutputs } from '@segue/api'
import type { Playlist, PlaylistEntry } from '../playlist.ts'
import type { Track } from '../track.ts'

export type Album = RouterOutputs['albums']['byId']

/** What a page of it shows, as the API answered it. */
export type KeptCollection = {
  id: string
  /** Bytes of each track's audio. */
  sizes: Readonly<Record<string, number>>
} & (
  | { kind: 'album'; about: Album; tracks: readonly Track[] }
  | { kind: 'playlist'; about: Playlist; entries: readonly PlaylistEntry[] }
)

export type CollectionRef = Pick<KeptCollection, 'kind' | 'id'>

/** A play without the network, to be told of when it is back. */
export interface KeptPlay {
  id: string
  start: RouterInputs['stream']['start'] & { playedAt: string }
  report: Omit<RouterInputs['stream']['report'], 'playId'> | null
}

/** Everything that is kept for a listener lies in one cache, which goes as a whole. */
const prefix = 'kept-'
const collections = '/offline-record/collections/'
const plays = '/offline-record/plays/'

/** Where a listener's kept audio answers; the service worker reads it from the cache. */
export function audioPath(listener: string, trackId = ''): string {
  return `/offline-audio/${listener}/${trackId}`
}

/** Whether anything was ever kept for them. */
export function isThere(listener: string): Promise<boolean> {
  return caches.has(prefix + listener)
}

export function openKept(listener: string): Promise<Cache> {
  return caches.open(prefix + listener)
}

/**
 * Removes all that is kept here, but for one listener.
 * @returns whether anything is left
 */
export async function forgetKept({ except }: { except?: string } = {}): Promise<boolean> {
  if (!('caches' in globalThis)) return false
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  const others = names.filter((name) => except === undefined || name !== prefix + except)
  await Promise.all(others.map((name) => caches.delete(name)))
  return others.length < names.length
}

export async function readCollections(cache: Cache): Promise<KeptCollection[]> {
  return readAll<KeptCollection>(cache, collections)
}

export async function writeCollection(cache: Cache, kept: KeptCollection): Promise<void> {
  await cache.put(recordOf(kept), Response.json(kept))
}

export async function deleteCollection(cache: Cache, ref: CollectionRef): Promise<void> {
  await cache.delete(recordOf(ref))
}

export async function readPlays(cache: Cache): Promise<KeptPlay[]> {
  return readAll<KeptPlay>(cache, plays)
}

export async function writePlay(cache: Cache, play: KeptPlay): Promise<void> {
  await cache.put(plays + play.id, Response.json(play))
}

export async function deletePlay(cache: Cache, id: string): Promise<void> {
  await cache.delete(plays + id)
}

/** The tracks whose audio is there as a whole. */
export async function readKeptTracks(cache: Cache, listener: string): Promise<Set<string>> {
  const start = audioPath(listener)
  const paths = await pathsOf(cache)
  return new Set(
    paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length)),
  )
}

/**
 * Deletes the audio and the pictures that are not among these.
 * @returns whether there were any
 */
export async function deleteOthers(
  cache: Cache,
  listener: string,
  needed: ReadonlySet<string>,
): Promise<boolean> {
  const starts = [audioPath(listener), '/covers/']
  const isLeft = (path: string) => starts.some((start) => path.startsWith(start))
  const others = (await pathsOf(cache)).filter((path) => isLeft(path) && !needed.has(path))
  await Promise.all(others.map((path) => cache.delete(path)))
  return others.length > 0
}

/** The tracks of a collection that can be played, in its order, each once. */
export function tracksOf(kept: KeptCollection): Track[] {
  const all = kept.kind === 'album' ? kept.tracks : kept.entries.map(({ track }) => track)
  return [...new Map(all.map((track) => [track.id, track])).values()].filter(
    ({ available }) => available,
  )
}

function recordOf({ kind, id }: CollectionRef): string {
  return `${collections}${kind}/${id}`
}

async function readAll<Kept>(cache: Cache, start: string): Promise<Kept[]> {
  const paths = (await pathsOf(cache)).filter((path) => path.startsWith(start))
  const found = await Promise.all(
    paths.map(async (path) => {
      const response = await cache.match(path)
      return (await response?.json()) as Kept | undefined
    }),
  )
  return found.flatMap((kept) => kept ?? [])
}

async function pathsOf(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => new URL(url).pathname)
}
