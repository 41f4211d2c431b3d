import { showToast } from '@segue/ui'
import { isCutOff } from '../../lib/connection.ts'
import { messages } from '../../lib/messages.ts'
import { hasKept } from '../../lib/offline/has-kept.ts'
import type { Track } from '../../lib/track.ts'
import { isAway, untilOnline } from './patience.ts'
import { usePlayer } from './player-store.ts'
import { currentEntry, toNextOf, type Queue } from './queue.ts'
import { isSameTurn } from './turns.ts'

/** A change of networks is over by then. */
const graceSeconds = 1
/** Music that nobody waits for any more is not to begin by itself. */
const goesOnWithinSeconds = 150

/** There is no network, and what was asked for is not kept on this device. */
export class NotKept extends Error {
  /** The tracks that play all the same, by their ids. */
  readonly kept: ReadonlySet<string>

  constructor(kept: ReadonlySet<string>, options: ErrorOptions) {
    super('not kept on this device', options)
    this.kept = kept
  }
}

/**
 * Makes a call for a link, for which it is no use to wait where other tracks play without the network.
 * @param isHeard whether music sounds meanwhile: it has time then
 * @throws NotKept where it is known that there is no network
 */
export async function unlessNotKept<Answer>(
  call: () => Promise<Answer>,
  isHeard: () => boolean,
): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    const isHopeless = () => isAway(error) && hasKept() && isCutOff() && !isHeard()
    if (!isHopeless()) throw error
    await untilOnline(graceSeconds)
    if (!isHopeless()) throw error
    const { playableKept } = await import('../../lib/offline/kept-answers.ts')
    throw new NotKept(await playableKept(), { cause: error })
  }
}

interface Commands {
  go(queue: Queue<Track>): void
  stop(reason: string): void
  resume(): Promise<void>
}

/**
 * The queue goes on with the next track that is kept: nothing of the rest is broken. Without one the
 * music stops, and goes on by itself if the network is back before the listener turns to something else.
 */
export async function goOnWithKept(
  { kept }: NotKept,
  { go, stop, resume }: Commands,
): Promise<void> {
  const { queue, repeat } = usePlayer.getState()
  const wanted = toNextOf(queue, ({ id }) => kept.has(id), repeat)
  if (wanted) {
    const title = currentEntry(queue)?.item.title ?? ''
    showToast({ title: messages.player.notKept(title), isProblem: true })
    go(wanted)
    return
  }
  stop(messages.player.nothingKept)
  const isSame = isSameTurn()
  await untilOnline(goesOnWithinSeconds)
  if (!isCutOff() && isSame() && !usePlayer.getState().isPlaying) await resume()
}
