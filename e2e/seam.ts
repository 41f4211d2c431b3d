import type { Recording } from './listen-in.ts'

/** What is wrong about a continuous tone where one file ends and the next begins. */
export interface Seam {
  /** The longest run of silence, in milliseconds. */
  silentMs: number
  /** From the first to the last sample that is not where the tone should be, in milliseconds. */
  disturbedMs: number
  /** How far the tone is moved behind the seam, as a part of its period, 0 to 0.5. */
  shift: number
}

const aroundSeconds = 0.25
const awaySeconds = 0.02

/**
 * Looks at a tone around a seam that is found from the end, where the sound stops.
 * @param pitch in hertz
 * @param secondsAfter how long the file behind the seam is
 */
export function seamOf({ rate, samples }: Recording, pitch: number, secondsAfter: number): Seam {
  const last = samples.findLastIndex((sample) => sample !== 0)
  const seam = last + 1 - Math.round(secondsAfter * rate)
  const around = Math.round(aroundSeconds * rate)
  const away = Math.round(awaySeconds * rate)
  const heard = samples.slice(seam - around, seam + around)
  if (heard.length < 2 * around) throw new Error('the recording does not hold the seam')
  const before = phaseOf(heard.slice(0, around - away), pitch, rate)
  const after = phaseOf(heard.slice(around + away), pitch, rate)
  const turned = ((pitch * (around + away)) / rate + before - after) % 1
  return {
    silentMs: (longestSilence(heard) / rate) * 1000,
    disturbedMs: (disturbed(heard, pitch, rate) / rate) * 1000,
    shift: Math.abs(turned - Math.round(turned)),
  }
}

function longestSilence(samples: readonly number[]): number {
  let longest = 0
  let run = 0
  for (const sample of samples) {
    run = Math.abs(sample) < 0.001 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/** A sine obeys x(n+1) = 2 cos(w) x(n) - x(n-1). */
function disturbed(samples: readonly number[], pitch: number, rate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * pitch) / rate)
  const isOff = samples.map((sample, at) => {
    const before = samples[at - 1] ?? 0
    const after = samples[at + 1] ?? 0
    const isInside = at > 0 && at < samples.length - 1
    return isInside && Math.abs(after - turn * sample + before) > 0.005
  })
  const first = isOff.indexOf(true)
  return first < 0 ? 0 : isOff.lastIndexOf(true) - first + 1
}

/** Where the tone stands at the first sample, in turns. */
function phaseOf(samples: readonly number[], pitch: number, rate: number): number {
  let cosine = 0
  let sine = 0
  for (const [at, sample] of samples.entries()) {
    cosine += sample * Math.cos((2 * Math.PI * pitch * at) / rate)
    sine += sample * Math.sin((2 * Math.PI * pitch * at) / rate)
  }
  return Math.atan2(cosine, sine) / (2 * Math.PI)
}
