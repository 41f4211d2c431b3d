import { create } from 'zustand'
import { lastListener } from './last-listener.ts'
import {
  isThere,
  openKept,
  readCollections,
  readKeptTracks,
  tracksOf,
  type CollectionRef,
  type KeptCollection,
} from './kept-cache.ts'

/** How far the audio of a collection has come. */
export interface Keeping {
  doneTracks: number
  allTracks: number
  doneBytes: number
  allBytes: number
}

/** Why what is missing does not come: data is saved, there is no room, or nobody answers. */
export type Hold = 'saver' | 'room' | 'network'

export interface KeptState {
  /** Whose it is; null: not looked at yet. */
  listener: string | null
  collections: readonly KeptCollection[]
  /** Ids of the tracks whose audio is there. */
  tracks: ReadonlySet<string>
  /** What is not all there, by the collection's id. */
  keeping: Readonly<Record<string, Keeping>>
  /** null: it comes, or is there. */
  hold: Hold | null
}

const nothing = { collections: [], tracks: new Set<string>(), keeping: {}, hold: null }

/** What is kept offline in this browser for who is signed in. */
export const useKept = create<KeptState>(() => ({ listener: null, ...nothing }))

/** Bytes of tracks that are on their way, by their ids. */
const partial = new Map<string, number>()

/** Looks at what is kept for who was signed in last. */
export async function loadKept(): Promise<KeptState> {
  const listener = lastListener()?.id ?? null
  if (listener === null || !('caches' in globalThis) || !(await isThere(listener))) {
    useKept.setState({ listener, ...nothing })
    return useKept.getState()
  }
  const cache = await openKept(listener)
  const collections = await readCollections(cache)
  const tracks = await readKeptTracks(cache, listener)
  useKept.setState({ listener, collections, tracks, keeping: allKeeping(collections, tracks) })
  return useKept.getState()
}

/** What is kept, looked at now unless it was for this listener. */
export async function keptState(): Promise<KeptState> {
  const state = useKept.getState()
  const isCurrent = state.listener !== null && state.listener === lastListener()?.id
  return isCurrent ? state : loadKept()
}

/** Shows how much of a track has come; null where it is on its way no more. */
export function noteProgress(trackId: string, bytes: number | null): void {
  if (bytes === null) partial.delete(trackId)
  else partial.set(trackId, bytes)
  const { collections, tracks } = useKept.getState()
  useKept.setState({ keeping: allKeeping(collections, tracks) })
}

/** A track's audio is there as a whole now. */
export function noteTrack(trackId: string): void {
  partial.delete(trackId)
  const { collections, tracks } = useKept.getState()
  const more = new Set([...tracks, trackId])
  useKept.setState({ tracks: more, keeping: allKeeping(collections, more) })
}

function allKeeping(
  collections: readonly KeptCollection[],
  tracks: ReadonlySet<string>,
): Record<string, Keeping> {
  const all = collections.map((kept) => [kept.id, keepingOf(kept, tracks)] as const)
  return Object.fromEntries(all.filter(([, { doneTracks, allTracks }]) => doneTracks < allTracks))
}

function keepingOf(kept: KeptCollection, tracks: ReadonlySet<string>): Keeping {
  const ids = tracksOf(kept).map(({ id }) => id)
  const sizeOf = (id: string) => kept.sizes[id] ?? 0
  const doneOf = (id: string) => (tracks.has(id) ? sizeOf(id) : (partial.get(id) ?? 0))
  const sum = (bytesOf: (id: string) => number) => ids.reduce((all, id) => all + bytesOf(id), 0)
  return {
    doneTracks: ids.filter((id) => tracks.has(id)).length,
    allTracks: ids.length,
    doneBytes: sum(doneOf),
    allBytes: sum(sizeOf),
  }
}

/** The tracks that are to be here and are not, by their ids. */
export function missingTracks({ collections, tracks }: KeptState): string[] {
  const wanted = new Set(collections.flatMap((kept) => tracksOf(kept).map(({ id }) => id)))
  return [...wanted].filter((id) => !tracks.has(id))
}

/** Bytes of each track of all that is kept, or is to be. */
export function knownSizes({ collections }: KeptState): Record<string, number> {
  return Object.assign({}, ...collections.map(({ sizes }) => sizes)) as Record<string, number>
}

/** Bytes of the audio that is here, each track once. */
export function keptBytes(state: KeptState): number {
  const sizes = knownSizes(state)
  return [...state.tracks].reduce((sum, id) => sum + (sizes[id] ?? 0), 0)
}

export function isKept({ collections }: KeptState, { kind, id }: CollectionRef): boolean {
  return collections.some((kept) => kept.kind === kind && kept.id === id)
}

/** Bytes of a collection's audio, all of it. */
export function bytesOf({ sizes }: KeptCollection): number {
  return Object.values(sizes).reduce((sum, size) => sum + size, 0)
}
