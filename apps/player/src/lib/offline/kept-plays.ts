import type { RouterInputs } from '@segue/api'
import { errorData } from '@segue/web'
import { api } from '../trpc.ts'
import { deletePlay, openKept, readPlays, writePlay, type KeptPlay } from './kept-cache.ts'
import { lastListener } from './last-listener.ts'

/** Plays that this page began without the network, and as what the server knows them since. */
const own = new Map<string, KeptPlay & { serverId?: string }>()

/** Opens a play that nobody knows of but this browser. */
export async function recordStart(start: RouterInputs['stream']['start']): Promise<string> {
  const id = crypto.randomUUID()
  const told = { attemptId: id, ...start, playedAt: new Date().toISOString() }
  const play = { id, start: told, report: null }
  own.set(id, play)
  await keep(play)
  return id
}

/** Takes a report about such a play; undefined: it is one that the server knows. */
export async function recordReport({
  playId,
  ...report
}: RouterInputs['stream']['report']): Promise<Record<string, never> | undefined> {
  const play = own.get(playId)
  if (!play) return undefined
  if (play.serverId !== undefined) {
    await api.stream.report.mutate({ playId: play.serverId, ...report })
  } else {
    play.report = report
    await keep(play)
  }
  return {}
}

/**
 * Tells the server of the plays without it. What it refuses for good is given up; what it can't hear
 * waits, and is one play however often it is told.
 */
export async function tellPlays(): Promise<number> {
  const listener = lastListener()?.id
  if (listener === undefined) return 0
  const cache = await openKept(listener)
  return navigator.locks.request('segue-kept-plays', async () => {
    const plays = await readPlays(cache)
    for (const play of plays) {
      try {
        await tell(play)
      } catch (error) {
        if (!isForGood(error)) throw error
      }
      await deletePlay(cache, play.id)
    }
    return plays.length
  })
}

async function tell({ id, start, report }: KeptPlay): Promise<void> {
  const { playId } = await api.stream.start.mutate(start)
  const mine = own.get(id)
  if (mine) mine.serverId = playId
  const last = mine?.report ?? report
  if (last) await api.stream.report.mutate({ playId, ...last })
}

/** Its track is gone, or it is too long ago. */
function isForGood(error: unknown): boolean {
  const reason = errorData(error)?.reason
  return reason === 'not_found' || reason === 'input_invalid'
}

async function keep(play: KeptPlay): Promise<void> {
  const listener = lastListener()?.id
  const { id, start, report } = play
  if (listener !== undefined) await writePlay(await openKept(listener), { id, start, report })
}
