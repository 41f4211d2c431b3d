import type { RouterInputs, RouterOutputs } from '@segue/api'
import { isCutOff } from '../connection.ts'
import { audioPath } from './kept-cache.ts'
import { keptState, type KeptState } from './kept.ts'
import { recordReport, recordStart } from './kept-plays.ts'
import { lastListener } from './last-listener.ts'

type Input = Record<string, unknown>
type Answer = (state: KeptState, input: Input) => unknown

/** Links to kept audio never run out. */
const never = '2999-01-01T00:00:00.000Z'

/** What is answered at once, whether the server could or not; undefined: ask it. */
export async function answerAhead(path: string, input: Input): Promise<unknown> {
  if (path === 'stream.report') return recordReport(input as RouterInputs['stream']['report'])
  if (path === 'stream.prepare') return prepared(await keptState(), input)
  // An answer would be waited for in vain.
  if (path === 'stream.start' && isCutOff()) return started(await keptState(), input)
  return undefined
}

/** What is answered where nobody else did; undefined: nothing is kept that would. */
export async function answerInstead(path: string, input: Input): Promise<unknown> {
  return answers[path]?.(await keptState(), input)
}

/** The tracks that play without the network, by their ids. */
export async function playableKept(): Promise<ReadonlySet<string>> {
  const state = await keptState()
  return new Set([...state.tracks].filter((id) => linkOf(state, id) !== undefined))
}

/** A play that the server opened, over the audio that is kept. */
export async function overKept(
  input: Input,
  opened: RouterOutputs['stream']['start'],
): Promise<RouterOutputs['stream']['start']> {
  const link = linkOf(await keptState(), String(input['trackId']))
  return link ? { ...opened, url: link.url, expiresAt: link.expiresAt } : opened
}

const answers: Record<string, Answer> = {
  'albums.byId': ({ collections }, { id }) =>
    collections.find((kept) => kept.kind === 'album' && kept.id === id)?.about,
  'playlists.byId': ({ collections }, { id }) =>
    collections.find((kept) => kept.kind === 'playlist' && kept.id === id)?.about,
  'playlists.tracks'({ collections }, { id, ...place }) {
    const kept = collections.find((kept) => kept.kind === 'playlist' && kept.id === id)
    return kept?.kind === 'playlist' ? pageOf(kept.entries, place) : undefined
  },
  'tracks.list'({ collections }, { albumId, ...place }) {
    const kept = collections.find((kept) => kept.kind === 'album' && kept.id === albumId)
    return kept?.kind === 'album' ? pageOf(kept.tracks, place) : undefined
  },
  'tracks.count'({ collections }, { albumId }) {
    const kept = collections.find((kept) => kept.kind === 'album' && kept.id === albumId)
    return kept?.kind === 'album' ? { count: kept.tracks.length } : undefined
  },
  'playlists.list': ({ collections }) => ({
    items: collections.flatMap((kept) => (kept.kind === 'playlist' ? kept.about : [])),
    nextCursor: null,
  }),
  'stream.start': started,
}

const cursorMark = 'kept:'

/** A page as the server would cut it, by an offset or by a cursor of the page before. */
function pageOf<Item>(all: readonly Item[], { cursor, offset, limit }: Input) {
  const mark = typeof cursor === 'string' ? cursor.slice(cursorMark.length) : offset
  const start = Number(mark ?? 0)
  const end = start + Number(limit ?? 50)
  return { items: all.slice(start, end), nextCursor: end < all.length ? cursorMark + end : null }
}

function prepared(state: KeptState, { trackIds }: Input) {
  const links = (trackIds as string[]).map((id) => linkOf(state, id))
  return links.every((link) => link !== undefined) ? { items: links } : undefined
}

async function started(state: KeptState, input: Input) {
  const link = linkOf(state, String(input['trackId']))
  if (!link) return undefined
  const playId = await recordStart(input as RouterInputs['stream']['start'])
  return { playId, ...link }
}

function linkOf({ tracks, collections }: KeptState, trackId: string) {
  const listener = lastListener()?.id
  if (!tracks.has(trackId) || listener === undefined || !navigator.serviceWorker?.controller)
    return undefined
  const held = collections.find(({ sizes }) => trackId in sizes)
  const all = held?.kind === 'album' ? held.tracks : held?.entries.map(({ track }) => track)
  return {
    trackId,
    url: audioPath(listener, trackId),
    contentType: '',
    sizeBytes: held?.sizes[trackId] ?? 0,
    durationMs: all?.find(({ id }) => id === trackId)?.durationMs ?? 0,
    expiresAt: never,
  }
}
