import { showToast } from '@segue/ui'
import { create } from 'zustand'
import { messages } from '../../lib/messages.ts'
import { pause } from './playback.ts'
import { usePlayer, type PlayerState } from './player-store.ts'
import { upcomingCount } from './queue.ts'
import {
  endsWithTrack,
  fadeOf,
  parsePlan,
  planText,
  secondsLeft,
  type SleepPlan,
} from './sleep-plan.ts'

interface SleepTimer {
  plan: SleepPlan | null
  /** Whole seconds until the music stops; null while that is not known yet. */
  secondsLeft: number | null
}

const key = 'segue.sleep'
const lookEveryMs = 200

/** When the music is to stop. Written here alone. */
export const useSleepTimer = create<SleepTimer>(() => ({ plan: null, secondsLeft: null }))

let looking: ReturnType<typeof setInterval> | undefined

/** Goes on with the timer that was set before a reload, and lets it end with the queue. */
export function connectSleepTimer(): void {
  sleep(parsePlan(readStored(), Date.now()))
  usePlayer.subscribe((state, before) => {
    const { plan } = useSleepTimer.getState()
    if (!plan) return
    // The music was stopped for good, as at a sign-out.
    if (before.queue.position >= 0 && state.queue.position < 0) return sleep(null)
    const hasEnded = before.stopsAfterTrack && !state.stopsAfterTrack
    if (hasEnded && before.isPlaying && !state.isPlaying) return end(true)
    if (state.queue !== before.queue) follow(plan)
  })
}

/** Sets the timer, or turns it off. */
export function sleep(plan: SleepPlan | null): void {
  clearInterval(looking)
  useSleepTimer.setState({ plan, secondsLeft: null })
  store(plan)
  follow(plan)
  usePlayer.setState({ fade: 1 })
  if (!plan) return
  looking = setInterval(look, lookEveryMs)
  look()
}

/** Says whether the track that plays is the last one. */
function follow(plan: SleepPlan | null): void {
  const stopsAfterTrack = endsWithTrack(plan, upcomingCount(usePlayer.getState().queue))
  if (usePlayer.getState().stopsAfterTrack !== stopsAfterTrack)
    usePlayer.setState({ stopsAfterTrack })
}

function look(): void {
  const { plan } = useSleepTimer.getState()
  if (!plan) return
  const state = usePlayer.getState()
  const left = secondsLeft(plan, Date.now(), playingOf(state))
  const seconds = left === null ? null : Math.ceil(left)
  if (useSleepTimer.getState().secondsLeft !== seconds)
    useSleepTimer.setState({ secondsLeft: seconds })
  const fade = fadeOf(left)
  if (state.fade !== fade) usePlayer.setState({ fade })
  if (plan.until !== 'time' || left !== 0) return
  if (state.isPlaying) pause()
  end(state.isPlaying)
}

function end(wasPlaying: boolean): void {
  sleep(null)
  if (wasPlaying) showToast({ title: messages.sleep.ended })
}

function playingOf({ queue, durationSeconds, positionSeconds }: PlayerState) {
  return { left: Math.max(0, durationSeconds - positionSeconds), upcoming: upcomingCount(queue) }
}

// Kept for the tab: another one may play on.
function store(plan: SleepPlan | null): void {
  try {
    if (plan) sessionStorage.setItem(key, planText(plan))
    else sessionStorage.removeItem(key)
  } catch {
    // Where the browser keeps nothing the timer lasts as long as the page.
  }
}

function readStored(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
