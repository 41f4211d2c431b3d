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

const hint = Object.assign(document.createElement('link'), {
  rel: 'preconnect',
  crossOrigin: 'anonymous',
})
const links = new Map<string, WarmLink>()
const onTheirWay = new Map<string, Promise<WarmLink | undefined>>()
/** Counts whose links are asked for: an answer for the one before is nobody's any more. */
let listener = 0
let wanted: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let isAsking = false

/**
 * Somebody may play this soon: a pointer rests on it, it has the focus, or a finger is on it.
 * @param isPressed they are about to play it: there is no waiting whether they stay
 * @returns the link for what is pressed
 */
export async function warm(trackId: string, isPressed: boolean): Promise<WarmLink | undefined> {
  clearTimeout(timer)
  if (isPressed) return warmNow(trackId)
  wanted = trackId
  timer = setTimeout(() => void askForWanted(), hoverMs)
  return undefined
}

/** The link for a track that is at hand and good for a while. */
export function warmLink(trackId: string): WarmLink | undefined {
  const link = links.get(trackId)
  if (!link || Date.parse(link.expiresAt) - Date.now() > leastMs) return link
  links.delete(trackId)
  return undefined
}

/** The link for a track that was asked for and is not here yet; undefined where none will come. */
export function arrivingLink(trackId: string): Promise<WarmLink | undefined> | undefined {
  return onTheirWay.get(trackId)?.catch(() => undefined)
}

/** Asks for a link that leaves no trace in the history; undefined where the track can't be had. */
export function prepareLink(trackId: string): Promise<WarmLink | undefined> {
  const asked = onTheirWay.get(trackId) ?? ask(trackId)
  onTheirWay.set(trackId, asked)
  return asked
}

async function ask(trackId: string): Promise<WarmLink | undefined> {
  const listeners = listener
  try {
    const { items } = await api.stream.prepare.mutate({ trackIds: [trackId] })
    const [link] = items
    if (listeners !== listener) return undefined
    if (link) keep(trackId, link)
    return link
  } finally {
    if (listeners === listener) onTheirWay.delete(trackId)
  }
}

/** The link did not do. */
export function coolDown(trackId: string | undefined): void {
  if (trackId !== undefined) links.delete(trackId)
}

/** Links belong to one listener: the next one gets none of them. */
export function forgetWarmLinks(): void {
  clearTimeout(timer)
  wanted = null
  listener += 1
  links.clear()
  onTheirWay.clear()
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
    await warmNow(trackId)
  }
  isAsking = false
}

async function warmNow(trackId: string): Promise<WarmLink | undefined> {
  const link = warmLink(trackId) ?? (await prepareLink(trackId).catch(() => undefined))
  if (link) approach(link.url)
  return link
}

/** Has the way to the store open by the time that its audio is asked for; nothing comes over it. */
function approach(url: string): void {
  const { origin } = new URL(url, location.href)
  if (origin === location.origin) return
  hint.remove()
  hint.href = origin
  document.head.append(hint)
}
