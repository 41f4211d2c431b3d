import type { PlaylistEntry } from '../playlist.ts'
import type { Track } from '../track.ts'
import { api } from '../trpc.ts'
import { tracksOf, type CollectionRef, type KeptCollection } from './kept-cache.ts'
import { knownSizes, type KeptState } from './kept.ts'

type Read = KeptCollection extends infer Kept
  ? Kept extends unknown
    ? Omit<Kept, 'sizes'>
    : never
  : never

/** Asks for all of an album or a playlist, and for the sizes of its audio that are not known here. */
export async function readCollection(
  ref: CollectionRef,
  state: KeptState,
): Promise<KeptCollection> {
  const read = await ask(ref)
  const ids = tracksOf({ ...read, sizes: {} }).map(({ id }) => id)
  const known = knownSizes(state)
  const sizes = { ...known, ...(await askForSizes(ids.filter((id) => !(id in known)))) }
  return { ...read, sizes: Object.fromEntries(ids.map((id) => [id, sizes[id] ?? 0])) }
}

async function ask({ kind, id }: CollectionRef): Promise<Read> {
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

async function askForSizes(ids: readonly string[]): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (let index = 0; index < ids.length; index += 20) {
    const { items } = await api.stream.prepare.mutate({ trackIds: ids.slice(index, index + 20) })
    for (const { trackId, sizeBytes } of items) sizes[trackId] = sizeBytes
  }
  return sizes
}
