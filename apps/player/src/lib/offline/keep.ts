import { errorData, isUnreachable } from '@segue/web'
import type { PlaylistEntry } from '../playlist.ts'
import type { Track } from '../track.ts'
import { api } from '../trpc.ts'
import { fetchMissing } from './fetch-audio.ts'
import {
  audioPath,
  deleteCollection,
  openKept,
  tracksOf,
  writeCollection,
  type CollectionRef,
  type KeptCollection,
} from './kept-cache.ts'
import { noteKept } from './has-kept.ts'
import { keptState, loadKept, useKept } from './kept.ts'
import { lastListener } from './last-listener.ts'

/** What came of keeping something: it doesn't fit, with the bytes it needs and the bytes there are. */
export type KeepOutcome = { fits: true } | { fits: false; needed: number; free: number }

/** Of the room that the browser tells so much is left alone. */
const reserve = 0.05

/** Keeps an album or a playlist as it is now, and whatever of its audio is not kept yet. */
export async function keep(ref: CollectionRef): Promise<KeepOutcome> {
  const listener = lastListener()?.id
  if (listener === undefined) return { fits: true }
  const state = await keptState()
  const read = await readCollection(ref)
  const missing = tracksOf({ ...read, sizes: {} }).filter(({ id }) => !state.tracks.has(id))
  const sizes = { ...knownSizes(state.collections), ...(await sizesOf(missing)) }
  const kept = { ...read, sizes: pick(sizes, tracksOf({ ...read, sizes })) }
  const needed = missing.reduce((sum, { id }) => sum + (sizes[id] ?? 0), 0)
  const free = await freeBytes()
  if (needed > free) return { fits: false, needed, free }
  void navigator.storage.persist().catch(() => false)
  noteKept(true)
  const cache = await openKept(listener)
  await writeCollection(cache, kept)
  await keepCovers(cache, kept)
  await loadKept()
  void fetchMissing()
  return { fits: true }
}

/** Keeps it no more, nor the audio that nothing else here needs. */
export async function drop(ref: CollectionRef): Promise<void> {
  const listener = lastListener()?.id
  if (listener === undefined) return
  await deleteCollection(await openKept(listener), ref)
  await loadKept()
  await sweep(listener)
}

/** Follows what has changed in the collections that are kept, and fetches what is missing. */
export async function refreshKept(): Promise<void> {
  const { collections } = await keptState()
  for (const { kind, id } of collections) {
    try {
      await keep({ kind, id })
    } catch (error) {
      if (errorData(error)?.reason === 'not_found') await drop({ kind, id })
      else if (isUnreachable(error)) return
      else throw error
    }
  }
  const listener = lastListener()?.id
  if (listener !== undefined) await sweep(listener)
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Follows changes once no more of them come. */
export function followSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void refreshKept(), 1000)
}

/** Deletes the audio that no collection has any more. */
async function sweep(listener: string): Promise<void> {
  const { collections, tracks } = useKept.getState()
  const needed = new Set(collections.flatMap((kept) => tracksOf(kept).map(({ id }) => id)))
  const cache = await openKept(listener)
  const left = [...tracks].filter((id) => !needed.has(id))
  await Promise.all(left.map((id) => cache.delete(audioPath(listener, id))))
  if (left.length > 0) await loadKept()
}

type Read = KeptCollection extends infer Kept
  ? Kept extends unknown
    ? Omit<Kept, 'sizes'>
    : never
  : never

async function readCollection({ kind, id }: CollectionRef): Promise<Read> {
  if (kind === 'album') {
    const about = await api.albums.byId.query({ id })
    const tracks = await readAll<Track>((cursor) =>
      api.tracks.list.query({ albumId: id, sort: 'album', limit: 100, cursor }),
    )
    return { kind, id, about, tracks }
  }
  const about = await api.playlists.byId.query({ id })
  const entries = await readAll<PlaylistEntry>((cursor) =>
    api.playlists.tracks.query({ id, limit: 100, cursor }),
  )
  return { kind, id, about, entries }
}

async function readAll<Item>(
  ask: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | null | undefined
  do {
    const page = await ask(cursor ?? undefined)
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return all
}

async function sizesOf(tracks: readonly Track[]): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (let index = 0; index < tracks.length; index += 20) {
    const trackIds = tracks.slice(index, index + 20).map(({ id }) => id)
    const { items } = await api.stream.prepare.mutate({ trackIds })
    for (const { trackId, sizeBytes } of items) sizes[trackId] = sizeBytes
  }
  return sizes
}

function knownSizes(collections: readonly KeptCollection[]): Record<string, number> {
  return Object.assign({}, ...collections.map(({ sizes }) => sizes)) as Record<string, number>
}

function pick(sizes: Record<string, number>, tracks: readonly Track[]): Record<string, number> {
  return Object.fromEntries(tracks.map(({ id }) => [id, sizes[id] ?? 0]))
}

async function freeBytes(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate()
  return Math.max(0, quota * (1 - reserve) - usage)
}

/** Pictures are no reason to fail: without one its colours stand there. */
async function keepCovers(cache: Cache, kept: KeptCollection): Promise<void> {
  const own = kept.kind === 'album' ? [kept.about.coverUrl] : kept.about.covers
  const all = new Set([...own, ...tracksOf(kept).map(({ coverUrl }) => coverUrl)])
  for (const path of all) {
    if (path === null || (await cache.match(coverPath(path)))) continue
    try {
      const picture = await fetch(coverPath(path))
      const { headers } = picture
      const type = headers.get('content-type') ?? ''
      if (picture.ok)
        await cache.put(
          coverPath(path),
          new Response(picture.body, { headers: { 'content-type': type } }),
        )
    } catch {
      return
    }
  }
}

function coverPath(path: string): string {
  return `${path.replace(/\/(96|320|640)$/, '')}/320`
}
