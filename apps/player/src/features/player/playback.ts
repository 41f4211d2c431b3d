import type { RouterInputs } from '@segue/api'
import { showToast } from '@segue/ui'
import { errorSentence, isUnreachable } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'
import { AudioEngine } from './audio-engine.ts'
import { patiently } from './patience.ts'
import { heardPlay, isLinkUnproven, isProven, newPlay, renewedPlay, type Play } from './play.ts'
import { usePlayer } from './player-store.ts'
import {
  currentEntry,
  emptyQueue,
  queueOf,
  removeEntry,
  toEntry,
  toNext,
  toPrevious,
  upcomingCount,
  type Queue,
} from './queue.ts'
import { addToQueue } from './queue-commands.ts'
import { recoveryFrom, type Failure, type Recovery } from './recovery.ts'
import { storedVolume } from './volume.ts'

/** Where a list that is played comes from, and how to get what follows it. */
export interface PlayOrigin {
  source?: RouterInputs['stream']['start']['source']
  /** The next tracks of the list; none when it is over. */
  more?: () => Promise<readonly Track[]>
}

const reportEveryMs = 15_000
const restartAfterSeconds = 3
const lowWater = 5

const store = usePlayer
let origin: PlayOrigin = {}
let play: Play | null = null
let brokenInRow = 0
// Every start gets the next number: an answer for an older one comes too late to count.
let turn = 0
let startingTurn = -1

const engine = new AudioEngine({
  onPlaying: () => store.setState({ isPlaying: true, isWaiting: false }),
  onWaiting: () => store.setState((state) => ({ isWaiting: state.isPlaying })),
  onPaused: () => store.setState({ isPlaying: false, isWaiting: false }),
  onDuration: (durationSeconds) => store.setState({ durationSeconds }),
  onTime: heard,
  onEnded: ended,
  onFailure: (failure) => void recover(failure),
})
store.subscribe(({ volume, isMuted }) => engine.setVolume(isMuted ? 0 : volume))
store.setState({ volume: storedVolume() })
globalThis.addEventListener('pagehide', () => report())

/** Plays a list from one of its tracks on, in place of what was queued before. */
export function playList(tracks: readonly Track[], index: number, from: PlayOrigin = {}): void {
  origin = from
  brokenInRow = 0
  store.setState((state) => ({ queue: queueOf(tracks, index, state.queue.nextKey) }))
  void start()
}

/** Plays what stands in the queue under that key. */
export function playEntry(key: number): void {
  brokenInRow = 0
  go(toEntry(store.getState().queue, key))
}

/** Play or pause, whichever it is not. */
export function toggle(): void {
  const { isPlaying, queue } = store.getState()
  if (isPlaying) pause()
  else if (currentEntry(queue)) void resume()
}

export function pause(): void {
  store.setState({ isPlaying: false, isWaiting: false })
  engine.pause()
  report()
}

/** Goes on where it was paused, over a fresh link if the old one ran out meanwhile. */
export async function resume(): Promise<void> {
  if (!play && startingTurn !== turn) return start()
  store.setState({ isPlaying: true })
  if (!play) return
  if (play.expiresAt <= Date.now()) return renew()
  await sound()
}

export function next(): void {
  const following = toNext(store.getState().queue)
  brokenInRow = 0
  if (following) go(following)
}

/** The track before, or the start of this one once some seconds of it were heard. */
export function previous(): void {
  const { queue, positionSeconds } = store.getState()
  const preceding = toPrevious(queue)
  brokenInRow = 0
  if (preceding && positionSeconds <= restartAfterSeconds) go(preceding)
  else seek(0)
}

export function seek(seconds: number): void {
  store.setState({ positionSeconds: seconds })
  if (play) engine.seek(seconds)
}

/** Takes an entry out; where it was playing, what follows it plays on. */
export function removeFromQueue(key: number): void {
  const { queue, isPlaying } = store.getState()
  const rest = removeEntry(queue, key)
  if (currentEntry(queue)?.key !== key) store.setState({ queue: rest })
  else if (upcomingCount(queue) > 0 && isPlaying) go(rest)
  else halt(rest)
}

/** Stops the music and empties the queue, as at a sign-out. */
export function stop(): void {
  origin = {}
  halt(emptyQueue())
}

function halt(queue: Queue<Track>): void {
  leave()
  store.setState({ queue, isPlaying: false, isWaiting: false, positionSeconds: 0 })
}

function go(queue: Queue<Track>): void {
  store.setState({ queue })
  void start()
}

/** Ends the play there is: says how much of it was heard and forgets its link. */
function leave(): void {
  turn += 1
  report()
  play = null
  engine.unload()
}

async function start(): Promise<void> {
  leave()
  const mine = turn
  const track = currentEntry(store.getState().queue)?.item
  if (!track) return
  store.setState({
    isPlaying: true,
    isWaiting: true,
    positionSeconds: 0,
    durationSeconds: track.durationMs / 1000,
  })
  void topUp()
  startingTurn = mine
  try {
    const input = { trackId: track.id, source: origin.source }
    const link = await patiently(
      () => api.stream.start.mutate(input),
      isMine(mine),
      sayReconnecting,
    )
    if (mine !== turn) return
    play = newPlay(link)
    engine.load(link.url)
    if (store.getState().isPlaying) await sound()
    void queries.history.list.invalidate()
  } catch (error) {
    if (mine === turn) failedToStart(error)
  } finally {
    if (startingTurn === mine) startingTurn = -1
  }
}

async function sound(): Promise<void> {
  if ((await engine.play()) !== 'refused') return
  store.setState({ isPlaying: false, isWaiting: false })
  showToast({ title: messages.player.autoplayRefused, isProblem: true })
}

/** A fresh link for the same play, at the same second. */
async function renew(): Promise<void> {
  const mine = turn
  const renewed = play
  if (!renewed) return
  const { positionSeconds } = store.getState()
  store.setState((state) => ({ isWaiting: state.isPlaying }))
  try {
    const link = await patiently(
      () => api.stream.renew.mutate({ playId: renewed.id }),
      isMine(mine),
      sayReconnecting,
    )
    if (mine !== turn) return
    play = renewedPlay(play ?? renewed, link.expiresAt)
    engine.load(link.url, positionSeconds)
    if (store.getState().isPlaying) await sound()
  } catch (error) {
    if (mine === turn) failedToStart(error)
  }
}

async function recover(failure: Failure): Promise<void> {
  if (!play) return
  const step = recoveryFrom(failure, isLinkUnproven(play), brokenInRow)
  if (step === 'renew') return renew()
  giveUp(step)
}

function failedToStart(error: unknown): void {
  if (isUnreachable(error)) {
    pauseFor(messages.player.disconnected)
  } else {
    giveUp(recoveryFrom('decode', true, brokenInRow), errorSentence(error))
  }
}

/** Leaves a track that can't be played. */
function giveUp(step: Recovery, detail?: string): void {
  const { queue } = store.getState()
  const title = currentEntry(queue)?.item.title ?? ''
  const following = toNext(queue)
  brokenInRow += 1
  if (step === 'stop') return pauseFor(messages.player.stopped, detail)
  if (!following) return pauseFor(messages.player.lastBroken(title), detail)
  showToast({ title: messages.player.broken(title), detail, isProblem: true })
  go(following)
}

function pauseFor(title: string, detail?: string): void {
  leave()
  store.setState({ isPlaying: false, isWaiting: false })
  showToast({ title, detail, isProblem: true })
}

function heard(positionSeconds: number): void {
  store.setState({ positionSeconds })
  if (!play) return
  play = heardPlay(play, positionSeconds, performance.now())
  if (isProven(play)) brokenInRow = 0
  if (play.listening.listenedMs - play.reportedMs >= reportEveryMs) report()
}

function ended(): void {
  report(true)
  const following = toNext(store.getState().queue)
  if (following) return go(following)
  leave()
  store.setState({ isPlaying: false, isWaiting: false, positionSeconds: 0 })
}

/** Tells the server how much was heard. It may come late, so it is sent again until it arrives. */
function report(hasEnded = false): void {
  if (!play || (play.listening.listenedMs === play.reportedMs && !hasEnded)) return
  const { id, listening } = play
  play = { ...play, reportedMs: listening.listenedMs }
  const input = {
    playId: id,
    positionMs: Math.round(store.getState().positionSeconds * 1000),
    listenedMs: Math.round(listening.listenedMs),
    ended: hasEnded,
  }
  patiently(() => api.stream.report.mutate(input)).catch(() => {
    // Nobody listens to this; the next report carries the same figures and more.
  })
}

/** Asks for what follows the list before it runs out. */
async function topUp(): Promise<void> {
  const asked = origin
  if (!asked.more || upcomingCount(store.getState().queue) >= lowWater) return
  const tracks = await asked.more().catch(() => [])
  if (asked === origin && tracks.length > 0) addToQueue(tracks)
}

function isMine(mine: number): () => boolean {
  return () => mine === turn && store.getState().isPlaying
}

function sayReconnecting(): void {
  showToast({ title: messages.player.reconnecting, isProblem: true })
}
