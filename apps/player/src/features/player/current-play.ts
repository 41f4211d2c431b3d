import { loadToasts, showToast } from '@segue/ui'
import { errorData } from '@segue/web'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'
import { answers } from './answers.ts'
import { AudioEngine } from './audio-engine.ts'
import { followSettings } from './follow-settings.ts'
import { forgetLinedUp, keepNextReady, takeLinedUp, upNext } from './line-up.ts'
import { gainOf } from './loudness.ts'
import { isAway, StoreAway } from './patience.ts'
import {
  isLinkUnproven,
  isProven,
  newPlay,
  openedPlay,
  renewedPlay,
  unlinkedPlay,
  unopenedPlay,
  type Play,
} from './play.ts'
import { standAt, usePlayer } from './player-store.ts'
import { currentEntry, toNext, type Queue } from './queue.ts'
import { recoveryFrom, type Failure, type Recovery } from './recovery.ts'
import { heardAndReported, reported, whenLeft } from './reporting.ts'
import { usePlaybackSettings } from './settings.ts'
import { currentSource, topUp } from './supply.ts'
import { isAmidAlbum } from './transition.ts'
import { askForLink, isAsking, isSameTurn, newAttempt, nextTurn } from './turns.ts'
import { arrivingLink, coolDown, forgetWarmLinks, warm, warmLink } from './warm-links.ts'
import { watchOver } from './watch-over.ts'
import { goOnWithKept, NotKept, unlessNotKept } from './without-network.ts'

const store = usePlayer
/** Who goes so far has done with what they heard. */
const farSeconds = 30
let play: Play | null = null
let brokenInRow = 0

const engine = new AudioEngine({
  onPlaying: () => store.setState({ isPlaying: true, isWaiting: false }),
  onWaiting: () => store.setState((state) => ({ isWaiting: state.isPlaying })),
  onPaused: () => store.setState({ isPlaying: false, isWaiting: false }),
  onDuration: (durationSeconds) => store.setState({ durationSeconds }),
  onTime: heard,
  onNext: wentOn,
  onEnded: ended,
  onFailure: (failure) => void recover(failure),
})
followSettings(engine, gainNow)
whenLeft(() => report())
watchOver({
  progress: () => (store.getState().isPlaying && play && !isAsking() ? engine.progress : null),
  again: () => void sound(),
  renew: () => void renew(),
})

/** Plays the current entry of this queue. */
export function go(queue: Queue<Track>): void {
  store.setState({ queue })
  void start()
}

/**
 * Ends the play there is: says how much of it was heard and forgets its link.
 * @param keepsReady what is about to be played instead may be loaded already
 */
function leave(keepsReady = false): void {
  nextTurn()
  report()
  play = null
  forgetLinedUp()
  engine.unload(keepsReady)
}

/** Opens a play of the current entry at that second. */
export async function start(positionSeconds = 0): Promise<void> {
  leave(true)
  const track = currentEntry(store.getState().queue)?.item
  if (!track) return
  const durationSeconds = track.durationMs / 1000
  store.setState({ isPlaying: true, isWaiting: true, positionSeconds, durationSeconds })
  void topUp()
  // What may have to be said when the network is gone is fetched while it is there.
  loadToasts()
  engine.warmUp()
  const link = warmLink(track.id)
  if (link) playOver(unopenedPlay(link), link)
  else void playOverArriving(track.id)
  await openPlay()
}

/** The link that the press asked for may be here before the answer that opens the play. */
async function playOverArriving(trackId: string): Promise<void> {
  const isWanted = isSameTurn()
  const link = await arrivingLink(trackId)
  if (link && isWanted() && !play) playOver(unopenedPlay(link), link)
}

/**
 * Somebody may play this soon: what it takes is got ready, without a trace in the history.
 * @param isPressed they are about to: there is no waiting whether they stay
 */
export async function makeReady(trackId: string, isPressed = false): Promise<void> {
  engine.warmUp()
  const link = await warm(trackId, isPressed)
  if (link) engine.makeReady(link.url)
}

/** Puts a play of the current track into the history; over its link where none was at hand. */
async function openPlay(): Promise<void> {
  const track = currentEntry(store.getState().queue)?.item
  if (!track) return
  const input = { trackId: track.id, source: currentSource(), attemptId: newAttempt() }
  await askForLink(
    () =>
      unlessNotKept(
        () => api.stream.start.mutate(input),
        () => play !== null,
      ),
    (link) => {
      void queries.history.list.invalidate()
      if (play) play = openedPlay(play, link)
      else playOver(newPlay(link), link)
    },
    failedToStart,
  )
}

/** Plays over this link, from where the listener wants it by then. */
function playOver(over: Play, { url }: { url: string }): void {
  play = over
  forgetLinedUp()
  engine.load({ url, gain: gainNow() }, store.getState().positionSeconds)
  if (store.getState().isPlaying) void sound()
}

/** Goes on where it was paused, over a fresh link if the old one ran out meanwhile. */
export async function resume(): Promise<void> {
  if (isAsking() && !play) return store.setState({ isPlaying: true, isWaiting: true })
  if (!play) return start(store.getState().positionSeconds)
  store.setState({ isPlaying: true })
  if (play.expiresAt <= Date.now()) return renew()
  if (play.id === null && !isAsking()) void openPlay()
  await sound()
}

/** Silence, until `resume`. */
export function pause(): void {
  store.setState({ isPlaying: false, isWaiting: false })
  engine.pause()
  report()
}

/** Goes to another second of the track. */
export function seek(seconds: number): void {
  if (Math.abs(seconds - store.getState().positionSeconds) >= farSeconds) report()
  store.setState({ positionSeconds: seconds })
  if (play) engine.seek(seconds)
}

/** Lets go of the play without a report: whose it was is not signed in any more. */
export function disown(): void {
  play = null
  forgetWarmLinks()
}

/** The listener chose: what was broken before counts no more. */
export function forgive(): void {
  brokenInRow = 0
}

function gainNow(): number {
  const { loudness } = usePlaybackSettings.getState()
  return gainOf(play?.loudness ?? null, loudness, isAmidAlbum(store.getState().queue))
}

async function sound(): Promise<void> {
  if ((await engine.play()) !== 'refused') return
  store.setState({ isPlaying: false, isWaiting: false })
  showToast({ title: messages.player.autoplayRefused, isProblem: true })
}

/** A fresh link for the same play, at the same second. */
async function renew(): Promise<void> {
  if (!play || (play.id !== null && isAsking())) return
  const { id: playId } = play
  if (playId === null) return renewUnopened()
  const old = unlinkedPlay(play)
  play = old
  store.setState((state) => ({ isWaiting: state.isPlaying }))
  await askForLink(
    async () => {
      const link = await api.stream.renew.mutate({ playId })
      if (await answers(link.url)) return link
      throw new StoreAway()
    },
    (link) => playOver(renewedPlay(play ?? old, link.expiresAt), link),
    failedToStart,
  )
}

/** The link at hand did not do: the one that comes with the play may. */
async function renewUnopened(): Promise<void> {
  play = null
  coolDown(currentEntry(store.getState().queue)?.item.id)
  engine.unload()
  store.setState((state) => ({ isWaiting: state.isPlaying }))
  if (!isAsking()) await openPlay()
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
  if (error instanceof NotKept) return void goOnWithKept(error, { go, stop: pauseFor, resume })
  // What is heard goes on; its play is opened as soon as somebody answers.
  if (play?.id === null && isAway(error)) return void openPlay()
  // Its line was taken out of the history meanwhile: it goes on as another play.
  if (play?.id && errorData(error)?.reason === 'not_found') return void start(positionSeconds)
  if (isAway(error)) {
    stayAway()
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

/** Stops for now. The play stays what it is: it goes on over a fresh link when asked to. */
function stayAway(): void {
  engine.unload()
  if (play) play = unlinkedPlay(play)
  store.setState({ isPlaying: false, isWaiting: false })
  showToast({ title: messages.player.disconnected, isProblem: true })
}

function heard(positionSeconds: number): void {
  // Without a link the element stands at its start, wherever the listener wants to go on.
  if (!play) return
  store.setState({ positionSeconds })
  play = heardAndReported(play, positionSeconds)
  if (isProven(play)) brokenInRow = 0
  keepNextReady(engine)
}

/** What was lined up is heard already: its play is opened meanwhile. */
function wentOn(): void {
  const wanted = upNext()
  const link = takeLinedUp()
  const { stopsAfterTrack } = store.getState()
  if (stopsAfterTrack || !wanted || !link || link.key !== currentEntry(wanted)?.key) return ended()
  report(true)
  nextTurn()
  play = unopenedPlay(link)
  const durationSeconds = (currentEntry(wanted)?.item.durationMs ?? 0) / 1000
  store.setState({ queue: wanted, positionSeconds: 0, durationSeconds })
  void topUp()
  void openPlay()
}

function ended(): void {
  report(true)
  const { queue, stopsAfterTrack } = store.getState()
  const wanted = upNext()
  if (wanted && !stopsAfterTrack) return go(wanted)
  store.setState({ isPlaying: false, stopsAfterTrack: false })
  halt(wanted ?? queue)
}

/** Stops the music, with this in the queue from now on, at that second of the current entry. */
export function halt(queue: Queue<Track>, positionSeconds = 0): void {
  leave()
  standAt(queue, positionSeconds)
}

function report(hasEnded = false): void {
  if (play) play = reported(play, store.getState().positionSeconds, hasEnded)
}
