import { create } from 'zustand'
import { lastListener } from './last-listener.ts'
import {
  openKept,
  readCollections,
  readKeptTracks,
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

export interface KeptState {
  /** Whose it is; null: not looked at yet. */
  listener: string | null
  collections: readonly KeptCollection[]
  /** Ids of the tracks whose audio is there. */
  tracks: ReadonlySet<string>
  /** What is on its way, by the collection's id. */
  keeping: Readonly<Record<string, Keeping>>
  /** The browser asks to save data: the rest waits. */
  isWaiting: boolean
}

const nothing = { collections: [], tracks: new Set<string>(), keeping: {}, isWaiting: false }

/** What is kept offline in this browser for who is signed in. */
export const useKept = create<KeptState>(() => ({ listener: null, ...nothing }))

/** Looks at what is kept for who was signed in last. Without a cache in the browser there is nothing. */
export async function loadKept(): Promise<KeptState> {
  const listener = lastListener()?.id ?? null
  if (listener === null || !('caches' in globalThis)) {
    useKept.setState({ listener, ...nothing })
    return useKept.getState()
  }
  const cache = await openKept(listener)
  const collections = await readCollections(cache)
  const tracks = await readKeptTracks(cache, listener)
  useKept.setState({ listener, collections, tracks })
  return useKept.getState()
}

/** What is kept, looked at now unless it was for this listener. */
export async function keptState(): Promise<KeptState> {
  const state = useKept.getState()
  const isCurrent = state.listener !== null && state.listener === lastListener()?.id
  return isCurrent ? state : loadKept()
}

export function isKept({ collections }: KeptState, { kind, id }: CollectionRef): boolean {
  return collections.some((kept) => kept.kind === kind && kept.id === id)
}

/** Bytes of a collection's audio, all of it. */
export function bytesOf({ sizes }: KeptCollection): number {
  return Object.values(sizes).reduce((sum, size) => sum + size, 0)
}
