import { api } from '../trpc.ts'
import { audioPath, openKept, tracksOf, type KeptCollection } from './kept-cache.ts'
import { loadKept, useKept, type Keeping } from './kept.ts'
import { lastListener } from './last-listener.ts'

const atOnce = 2

interface SavingNavigator {
  connection?: EventTarget & { saveData?: boolean }
}

const { connection } = navigator as SavingNavigator
connection?.addEventListener('change', () => void fetchMissing())

/**
 * Fetches what is missing of the audio that is to be kept, two files at a time, in one tab alone.
 * What was begun and not ended begins anew: of a track there is all or nothing.
 */
export async function fetchMissing(): Promise<void> {
  const listener = lastListener()?.id
  if (listener === undefined || !('locks' in navigator)) return
  await navigator.locks.request('segue-keep', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    const failed = new Set<string>()
    while (await fetchSome(listener, failed));
  })
  showProgress()
}

/** @returns whether there may be more to fetch */
async function fetchSome(listener: string, failed: Set<string>): Promise<boolean> {
  const isSaving = connection?.saveData === true
  useKept.setState({ isWaiting: isSaving })
  showProgress()
  const next = missing()
    .filter((id) => !failed.has(id))
    .slice(0, atOnce)
  if (next.length === 0 || isSaving || lastListener()?.id !== listener) return false
  try {
    const { items } = await api.stream.prepare.mutate({ trackIds: next })
    const found = new Set(items.map(({ trackId }) => trackId))
    for (const id of next) if (!found.has(id)) failed.add(id)
    const cache = await openKept(listener)
    await Promise.all(
      items.map((link) => fetchOne(cache, listener, link).catch(() => failed.add(link.trackId))),
    )
  } catch {
    // Nobody answers: another time.
    return false
  }
  await loadKept()
  return true
}

async function fetchOne(
  cache: Cache,
  listener: string,
  link: { trackId: string; url: string; contentType: string; sizeBytes: number },
): Promise<void> {
  const response = await fetch(link.url)
  if (!response.ok || !response.body) throw new Error(`the store answered ${response.status}`)
  const body = response.body.pipeThrough(counted(link.trackId))
  const headers = { 'content-type': link.contentType, 'content-length': `${link.sizeBytes}` }
  await cache.put(audioPath(listener, link.trackId), new Response(body, { headers }))
  partial.delete(link.trackId)
}

/** Bytes of tracks that are on their way. */
const partial = new Map<string, number>()

function counted(trackId: string): TransformStream<Uint8Array, Uint8Array> {
  partial.set(trackId, 0)
  return new TransformStream({
    transform(chunk, controller) {
      partial.set(trackId, (partial.get(trackId) ?? 0) + chunk.byteLength)
      showProgress()
      controller.enqueue(chunk)
    },
  })
}

function missing(): string[] {
  const { collections, tracks } = useKept.getState()
  const wanted = new Set(collections.flatMap((kept) => tracksOf(kept).map(({ id }) => id)))
  return [...wanted].filter((id) => !tracks.has(id))
}

function showProgress(): void {
  const { collections } = useKept.getState()
  const keeping = collections.map((kept) => [kept.id, keepingOf(kept)] as const)
  const unfinished = keeping.filter(([, { doneTracks, allTracks }]) => doneTracks < allTracks)
  useKept.setState({ keeping: Object.fromEntries(unfinished) })
}

function keepingOf(kept: KeptCollection): Keeping {
  const { tracks } = useKept.getState()
  const all = tracksOf(kept)
  const done = all.filter(({ id }) => tracks.has(id))
  const sizeOf = (id: string) => kept.sizes[id] ?? 0
  const inPart = all.filter(({ id }) => !tracks.has(id))
  return {
    doneTracks: done.length,
    allTracks: all.length,
    doneBytes:
      done.reduce((sum, { id }) => sum + sizeOf(id), 0) +
      inPart.reduce((sum, { id }) => sum + (partial.get(id) ?? 0), 0),
    allBytes: all.reduce((sum, { id }) => sum + sizeOf(id), 0),
  }
}
