/** When the music is to stop: at a moment, in milliseconds since 1970, or where something ends. */
export type SleepPlan = { until: 'time'; endsAt: number } | { until: 'track' } | { until: 'queue' }

/** Minutes that are offered. */
export const sleepMinutes = [15, 30, 45, 60, 90] as const
export const longestSleepMinutes = 720

const fadeSeconds = 8

/** A plan that ends so many minutes from now, at least one and at most half a day. */
export function planMinutes(minutes: number, now: number): SleepPlan {
  const kept = Math.min(Math.max(minutes, 1), longestSleepMinutes)
  return { until: 'time', endsAt: now + kept * 60_000 }
}

/**
 * How loud the music still is, from 1 down to 0 over the last seconds.
 * @param left seconds until it stops; null while nobody knows
 */
export function fadeOf(left: number | null): number {
  return left === null ? 1 : Math.min(Math.max(left / fadeSeconds, 0), 1)
}

export interface Playing {
  /** Seconds of the track that are still to come. */
  left: number
  /** How many entries of the queue follow. */
  upcoming: number
}

/** Seconds until the music stops; null while that is not known yet. */
export function secondsLeft(plan: SleepPlan, now: number, playing: Playing): number | null {
  if (plan.until === 'time') return Math.max(0, (plan.endsAt - now) / 1000)
  return endsWithTrack(plan, playing.upcoming) ? playing.left : null
}

/** Whether the music stops at the end of the track that plays. */
export function endsWithTrack(plan: SleepPlan | null, upcoming: number): boolean {
  return plan?.until === 'track' || (plan?.until === 'queue' && upcoming === 0)
}

/** The plan that a text holds, as a page kept it before it was reloaded; null for anything else. */
export function parsePlan(text: string | null, now: number): SleepPlan | null {
  if (text === 'track' || text === 'queue') return { until: text }
  const endsAt = Number(text)
  const isAhead = endsAt > now && endsAt <= now + longestSleepMinutes * 60_000
  return isAhead ? { until: 'time', endsAt } : null
}

/** The text that `parsePlan` reads. */
export function planText(plan: SleepPlan): string {
  return plan.until === 'time' ? String(plan.endsAt) : plan.until
}
