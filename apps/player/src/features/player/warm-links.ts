import { api } from '../../lib/trpc.ts'
import type { Loudness } from './loudness.ts'

/** A link to audio at hand before anybody plays it. It is in no history. */
export interface WarmLink {
  url: string
  expiresAt: string
  loudness: Loudness | null
}

const hoverMs = 120
/** A link with less than that left is none to begin with. */
const leastMs = 5 * 60_000
/** So many are kept; the oldest go. */
const limit = 40

const links = new Map<string, WarmLink>()
let wanted: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let isAsking = false

/** Somebody may play this soon: a pointer rests on it, it has the focus, or a finger is on it. */
export function warm(trackId: string): void {
  wanted = trackId
  clearTimeout(timer)
  timer = setTimeout(() => void askForWanted(), hoverMs)
}

/** The link for a track that is at hand and good for a while. */
export function warmLink(trackId: string): WarmLink | undefined {
  const link = links.get(trackId)
  if (!link || Date.parse(link.expiresAt) - Date.now() > leastMs) return link
  links.delete(trackId)
  return undefined
}

/** Asks for a link that leaves no trace in the history; undefined where the track can't be had. */
export async function prepareLink(trackId: string): Promise<WarmLink | undefined> {
  const { items } = await api.stream.prepare.mutate({ trackIds: [trackId] })
  const [link] = items
  if (link) keep(trackId, link)
  return link
}

/** The link did not do. */
export function coolDown(trackId: string | undefined): void {
  if (trackId !== undefined) links.delete(trackId)
}

/** Links belong to one listener: the next one gets none of them. */
export function forgetWarmLinks(): void {
  clearTimeout(timer)
  wanted = null
  links.clear()
}

function keep(trackId: string, link: WarmLink): void {
  links.delete(trackId)
  links.set(trackId, link)
  const [oldest] = links.keys()
  if (links.size > limit && oldest !== undefined) links.delete(oldest)
}

/** One call at a time; what came meanwhile is asked for next, if it still is wanted. */
async function askForWanted(): Promise<void> {
  if (isAsking) return
  isAsking = true
  while (wanted !== null) {
    const trackId = wanted
    wanted = null
    if (!warmLink(trackId)) await prepareLink(trackId).catch(() => undefined)
  }
  isAsking = false
}
