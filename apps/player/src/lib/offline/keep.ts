import { tellTabs } from '../tab-room.ts'
import { fetchMissing } from './fetch-audio.ts'
import { freeBytes, isOutOfRoom } from './free-bytes.ts'
import { noteKept } from './has-kept.ts'
import {
  audioPath,
  deleteCollection,
  deleteOthers,
  openKept,
  tracksOf,
  writeCollection,
  type CollectionRef,
  type KeptCollection,
} from './kept-cache.ts'
import { coversOf, keepCovers } from './kept-covers.ts'
import { keptState, knownSizes, loadKept, missingTracks, useKept } from './kept.ts'
import { lastListener } from './last-listener.ts'
import { readCollection } from './read-collection.ts'

/** What came of keeping something: it doesn't fit, with the bytes it needs and the bytes there are. */
export type KeepOutcome = { fits: true } | { fits: false; needed: number; free: number }

/** Keeps an album or a playlist as it is now, and whatever of its audio is not kept yet. */
export async function keep(ref: CollectionRef): Promise<KeepOutcome> {
  const listener = lastListener()?.id
  if (listener === undefined) return { fits: true }
  const state = await keptState()
  const kept = await readCollection(ref, state)
  // What others wait for comes too.
  const all = missingTracks({ ...state, collections: [...state.collections, kept] })
  const sizes = { ...knownSizes(state), ...kept.sizes }
  const needed = all.reduce((sum, id) => sum + (sizes[id] ?? 0), 0)
  const free = await freeBytes()
  if (needed > free) return { fits: false, needed, free }
  void navigator.storage.persist().catch(() => false)
  noteKept(true)
  try {
    await writeKept(listener, kept)
  } catch (error) {
    if (isOutOfRoom(error)) return { fits: false, needed, free }
    throw error
  }
  void fetchMissing(true)
  return { fits: true }
}

/** Keeps it no more, nor the audio that nothing else here needs. */
export async function drop(ref: CollectionRef): Promise<void> {
  const listener = lastListener()?.id
  if (listener === undefined) return
  await deleteCollection(await openKept(listener), ref)
  await loadKept()
  await sweep(listener)
  tellTabs({ kind: 'kept' })
  // There may be room now for what had none.
  if (missingTracks(useKept.getState()).length > 0) void fetchMissing()
}

/** Writes down what is kept, with its pictures. */
export async function writeKept(listener: string, kept: KeptCollection): Promise<void> {
  const cache = await openKept(listener)
  await writeCollection(cache, kept)
  await keepCovers(cache, kept)
  await loadKept()
}

/** Deletes the audio and the pictures that no collection has any more. */
export async function sweep(listener: string): Promise<void> {
  const { collections } = useKept.getState()
  const cache = await openKept(listener)
  const tracks = collections.flatMap((kept) => tracksOf(kept))
  const needed = [
    ...tracks.map(({ id }) => audioPath(listener, id)),
    ...collections.flatMap(coversOf),
  ]
  if (await deleteOthers(cache, listener, new Set(needed))) await loadKept()
}
