import { showToast } from '@segue/ui'
import { isCutOff } from '../connection.ts'
import { messages } from '../messages.ts'
import { onTabMessage, tellTabs } from '../tab-room.ts'
import { api } from '../trpc.ts'
import { freeBytes, isOutOfRoom } from './free-bytes.ts'
import { audioPath, openKept } from './kept-cache.ts'
import {
  knownSizes,
  loadKept,
  missingTracks,
  noteProgress,
  noteTrack,
  useKept,
  type Hold,
} from './kept.ts'
import { lastListener } from './last-listener.ts'

const atOnce = 2
const firstWaitMs = 15_000
const longestWaitMs = 10 * 60_000
/** A line that carries nothing for so long died without a word. */
const silenceMs = 60_000
const showEveryMs = 200

interface SavingNavigator {
  connection?: EventTarget & { saveData?: boolean }
}

interface AudioLink {
  trackId: string
  url: string
  contentType: string
  sizeBytes: number
}

const { connection } = navigator as SavingNavigator
connection?.addEventListener('change', () => void fetchMissing())
onTabMessage(({ kind }) => {
  if (kind === 'kept') void loadKept()
})

let isRunning = false
let isAsked = false
let waitMs = firstWaitMs
let later: ReturnType<typeof setTimeout> | undefined

/** Somebody waits for it, and is told where there is no room for it. */
let isWaitedFor = false

/**
 * Fetches what is missing of the audio that is to be kept, two files at a time, in one tab alone.
 * What was begun and not ended begins anew: of a track there is all or nothing. Where nobody answers
 * it is tried again later.
 * @param isWanted whether the listener has just asked for it
 */
export async function fetchMissing(isWanted = false): Promise<void> {
  isAsked = true
  isWaitedFor ||= isWanted
  if (isRunning || !('locks' in navigator)) return
  isRunning = true
  clearTimeout(later)
  try {
    while (isAsked) {
      isAsked = false
      await navigator.locks.request('segue-keep', fetchAll)
    }
  } finally {
    isRunning = false
  }
}

async function fetchAll(): Promise<void> {
  const listener = lastListener()?.id
  if (listener === undefined) return
  await loadKept()
  useKept.setState({ hold: null })
  const failed = new Set<string>()
  let hold: Hold | null | undefined
  while (hold === undefined && lastListener()?.id === listener)
    hold = await fetchSome(listener, failed)
  useKept.setState({ hold: hold ?? null })
  if (hold === 'room' && isWaitedFor) {
    const { offline } = messages
    showToast({ title: offline.noRoom, detail: offline.noRoomDetail, isProblem: true })
  }
  if (hold === 'room' || hold === null) isWaitedFor = false
  if (hold !== 'network') return
  later = setTimeout(() => void fetchMissing(), waitMs)
  waitMs = Math.min(waitMs * 2, longestWaitMs)
}

/** @returns undefined: there may be more; null: all that there is has come */
async function fetchSome(listener: string, failed: Set<string>): Promise<Hold | null | undefined> {
  const left = missingTracks(useKept.getState())
  const next = left.filter((id) => !failed.has(id)).slice(0, atOnce)
  if (next.length === 0) return left.length === 0 ? null : 'network'
  if (isCutOff()) return 'network'
  if (connection?.saveData === true) return 'saver'
  if (!(await hasRoom(next))) return 'room'
  try {
    const { items } = await api.stream.prepare.mutate({ trackIds: next })
    const found = new Set(items.map(({ trackId }) => trackId))
    for (const id of next) if (!found.has(id)) failed.add(id)
    const cache = await openKept(listener)
    const problems = await Promise.all(items.map((link) => fetchOne(cache, listener, link)))
    if (problems.some(isOutOfRoom)) return 'room'
    items.forEach(({ trackId }, at) => problems[at] !== null && failed.add(trackId))
  } catch {
    return 'network'
  }
  waitMs = firstWaitMs
  tellTabs({ kind: 'kept' })
  return undefined
}

async function hasRoom(trackIds: readonly string[]): Promise<boolean> {
  const sizes = knownSizes(useKept.getState())
  const needed = trackIds.reduce((sum, id) => sum + (sizes[id] ?? 0), 0)
  return needed <= (await freeBytes())
}

/** @returns what went wrong; null: it is kept */
async function fetchOne(cache: Cache, listener: string, link: AudioLink): Promise<unknown> {
  const { trackId, url, contentType, sizeBytes } = link
  const path = audioPath(listener, trackId)
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), silenceMs)
  const onBytes = (bytes: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => silence.abort(), silenceMs)
    noteProgress(trackId, bytes)
  }
  try {
    const response = await fetch(url, { signal: silence.signal })
    if (!response.ok || !response.body) throw new Error(`the store answered ${response.status}`)
    const body = response.body.pipeThrough(counted(onBytes))
    const headers = { 'content-type': contentType, 'content-length': `${sizeBytes}` }
    await cache.put(path, new Response(body, { headers }))
    // Nobody wants it any more who did when it was begun.
    if (missingTracks(useKept.getState()).includes(trackId)) noteTrack(trackId)
    else await cache.delete(path)
    return null
  } catch (error) {
    return error
  } finally {
    clearTimeout(timer)
    noteProgress(trackId, null)
  }
}

/** Passes a file on and tells now and then how much of it has come. */
function counted(onBytes: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  let toldAt = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (performance.now() - toldAt >= showEveryMs) {
        toldAt = performance.now()
        onBytes(bytes)
      }
      controller.enqueue(chunk)
    },
  })
}
