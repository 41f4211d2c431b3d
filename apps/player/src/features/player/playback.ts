import { showToast } from '@segue/ui'
import { errorData, isUnreachable } from '@segue/web'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'
import { AudioEngine } from './audio-engine.ts'
import { patiently } from './patience.ts'
import { isLinkUnproven, isProven, newPlay, renewedPlay, unlinkedPlay, type Play } from './play.ts'
import { usePlayer } from './player-store.ts'
import { currentEntry, following, toNext, toPrevious, type Queue } from './queue.ts'
import { recoveryFrom, type Failure, type Recovery } from './recovery.ts'
import { heardAndReported, reported } from './reporting.ts'
import { currentSource, topUp } from './supply.ts'
import { storedVolume } from './volume.ts'

const restartAfterSeconds = 3

const store = usePlayer
let play: Play | null = null
let brokenInRow = 0
// Every start gets the next number: an answer for an older one comes too late to count.
let turn = 0
// The turn whose link is being asked for: nobody asks for the same one twice.
let askingTurn = -1

const engine = new AudioEngine({
  onPlaying: () => store.setState({ isPlaying: true, isWaiting: false }),
  onWaiting: () => store.setState((state) => ({ isWaiting: state.isPlaying })),
  onPaused: () => store.setState({ isPlaying: false, isWaiting: false }),
  onDuration: (durationSeconds) => store.setState({ durationSeconds }),
  onTime: heard,
  onEnded: ended,
  onFailure: (failure) => void recover(failure),
})
store.subscribe(({ volume, isMuted, fade }) => engine.setVolume(isMuted ? 0 : volume * fade))
store.setState({ volume: storedVolume() })
globalThis.addEventListener('pagehide', () => report())

/** Plays the current entry of this queue, in place of what was queued before. */
export function playQueue(queue: Queue<Track>): void {
  brokenInRow = 0
  go(queue)
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
  if (askingTurn === turn) return store.setState({ isPlaying: true, isWaiting: true })
  if (!play) return start(store.getState().positionSeconds)
  store.setState({ isPlaying: true })
  if (play.expiresAt <= Date.now()) return renew()
  await sound()
}

/** The track that follows; also where one track is repeated, since it was asked for. */
export function next(): void {
  const { queue, repeat } = store.getState()
  const wanted = following(queue, repeat === 'one' ? 'all' : repeat)
  if (wanted) playQueue(wanted)
}

/** The track before, or the start of this one once some seconds of it were heard. */
export function previous(): void {
  const { queue, positionSeconds } = store.getState()
  const preceding = toPrevious(queue)
  if (preceding && positionSeconds <= restartAfterSeconds) playQueue(preceding)
  else seek(0)
}

export function seek(seconds: number): void {
  store.setState({ positionSeconds: seconds })
  if (play) engine.seek(seconds)
}

/** Lets go of the play without a report: whose it was is not signed in any more. */
export function disown(): void {
  play = null
}

/** Stops the music, with this in the queue from now on. */
export function halt(queue: Queue<Track>): void {
  leave()
  const durationSeconds = (currentEntry(queue)?.item.durationMs ?? 0) / 1000
  const stopped = { isPlaying: false, isWaiting: false, positionSeconds: 0, durationSeconds }
  store.setState({ queue, ...stopped })
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

/** Opens a play of the current entry at that second. */
async function start(positionSeconds = 0): Promise<void> {
  leave()
  const track = currentEntry(store.getState().queue)?.item
  if (!track) return
  const durationSeconds = track.durationMs / 1000
  store.setState({ isPlaying: true, isWaiting: true, positionSeconds, durationSeconds })
  void topUp()
  const input = { trackId: track.id, source: currentSource() }
  await playOver(
    () => api.stream.start.mutate(input),
    (link) => {
      void queries.history.list.invalidate()
      return newPlay(link)
    },
  )
}

/** Asks for a link and plays over it, from where the listener wants it by then. */
async function playOver<Link extends { url: string }>(
  ask: () => Promise<Link>,
  playOf: (link: Link) => Play,
): Promise<void> {
  const mine = turn
  askingTurn = mine
  try {
    const link = await patiently(ask, isMine(mine), sayReconnecting)
    if (mine !== turn) return
    askingTurn = -1
    play = playOf(link)
    engine.load(link.url, store.getState().positionSeconds)
    if (store.getState().isPlaying) await sound()
  } catch (error) {
    if (mine !== turn) return
    askingTurn = -1
    failedToStart(error)
  }
}

async function sound(): Promise<void> {
  if ((await engine.play()) !== 'refused') return
  store.setState({ isPlaying: false, isWaiting: false })
  showToast({ title: messages.player.autoplayRefused, isProblem: true })
}

/** A fresh link for the same play, at the same second. */
async function renew(): Promise<void> {
  if (!play || askingTurn === turn) return
  const old = unlinkedPlay(play)
  play = old
  store.setState((state) => ({ isWaiting: state.isPlaying }))
  await playOver(
    () => api.stream.renew.mutate({ playId: old.id }),
    ({ expiresAt }) => renewedPlay(play ?? old, expiresAt),
  )
}

async function recover(failure: Failure): Promise<void> {
  if (!play) return
  const step = recoveryFrom(failure, isLinkUnproven(play), brokenInRow)
  if (step === 'renew') return renew()
  giveUp(step)
}

function failedToStart(error: unknown): void {
  // Who paused meanwhile hears of it when they press Play again.
  const { isPlaying, positionSeconds } = store.getState()
  if (!isPlaying) return
  // Its line was taken out of the history meanwhile: it goes on as another play.
  if (play && errorData(error)?.reason === 'not_found') return void start(positionSeconds)
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
  const wanted = toNext(queue)
  brokenInRow += 1
  if (step === 'stop') return pauseFor(messages.player.stopped, detail)
  if (!wanted) return pauseFor(messages.player.lastBroken(title), detail)
  showToast({ title: messages.player.broken(title), detail, isProblem: true })
  go(wanted)
}

function pauseFor(title: string, detail?: string): void {
  leave()
  store.setState({ isPlaying: false, isWaiting: false })
  showToast({ title, detail, isProblem: true })
}

function heard(positionSeconds: number): void {
  // Without a link the element stands at its start, wherever the listener wants to go on.
  if (!play) return
  store.setState({ positionSeconds })
  play = heardAndReported(play, positionSeconds)
  if (isProven(play)) brokenInRow = 0
}

function ended(): void {
  report(true)
  const { queue, repeat, stopsAfterTrack } = store.getState()
  const wanted = following(queue, repeat)
  if (wanted && !stopsAfterTrack) return go(wanted)
  store.setState({ isPlaying: false, stopsAfterTrack: false })
  halt(wanted ?? queue)
}

function report(hasEnded = false): void {
  if (play) play = reported(play, store.getState().positionSeconds, hasEnded)
}

function isMine(mine: number): () => boolean {
  return () => mine === turn && store.getState().isPlaying
}

function sayReconnecting(): void {
  showToast({ title: messages.player.reconnecting, isProblem: true })
}
