import { importAgain, showToast } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import type * as currentPlay from './current-play.ts'
import { patiently, StoreAway } from './patience.ts'
import { usePlayer } from './player-store.ts'

/** What plays: fetched when somebody is about to want it, since most of a visit is looking. */
type Engine = typeof currentPlay

const importEngine = importAgain(() => import('./current-play.ts'))
let engine: Engine | null = null
let coming: Promise<Engine> | null = null
let isBeginning = false
/** What is to be got ready as soon as it is there, before anything is begun. */
const near: Parameters<Engine['makeReady']>[] = []

/** The engine, once it is there. Until then the store alone says what is wanted of it. */
export function arrivedEngine(): Engine | null {
  return engine
}

/** Fetches the engine ahead. Where that fails, whoever wants to hear something is told. */
export function fetchAhead(): void {
  fetchEngine().catch(() => {
    // Asked for again by the press itself.
  })
}

/** Lets the engine get a track ready before all else: see its `makeReady`. */
export function readyOnceThere(...track: Parameters<Engine['makeReady']>): void {
  near.push(track)
  fetchAhead()
}

/**
 * Plays what the store says by the time the engine is there. What was pressed meanwhile counts: a
 * pause takes it back.
 */
export async function beginOnceThere(): Promise<void> {
  if (isBeginning) return
  isBeginning = true
  const isWanted = () => usePlayer.getState().isPlaying
  const say = (title: string) => showToast({ title, isProblem: true })
  try {
    const { start } = await patiently(fetchEngine, isWanted, () =>
      say(messages.player.reconnecting),
    )
    if (isWanted()) void start(usePlayer.getState().positionSeconds)
  } catch {
    if (!isWanted()) return
    usePlayer.setState({ isPlaying: false, isWaiting: false })
    say(messages.missedPart)
  } finally {
    isBeginning = false
  }
}

function fetchEngine(): Promise<Engine> {
  coming ??= importEngine().then(
    (fetched) => {
      engine = fetched
      for (const track of near) fetched.makeReady(...track)
      return fetched
    },
    (cause: unknown) => {
      coming = null
      throw new StoreAway('the engine could not be fetched', { cause })
    },
  )
  return coming
}
