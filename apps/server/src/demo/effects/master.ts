import { cosine, exp2, fromDecibels, saturate, sine } from '../synth/portable-math.ts'
import { sampleRate, seconds } from '../synth/voice.ts'
import type { Stereo } from './stereo.ts'

const targetLoudness = -15.5
const ceiling = fromDecibels(-2.2)

/**
 * Finishes a mix in place: no rumble, a fade at both ends, a common loudness of about
 * -15.5 LUFS, and a limiter that lets no sample above -2.2 dBFS (a decoded MP3 overshoots by 1 or 2 dB).
 */
export function master(mix: Stereo, fadeOut: number): void {
  highpass(mix.left)
  highpass(mix.right)
  fade(mix, seconds(0.01), seconds(fadeOut))
  const gain = fromDecibels(targetLoudness) / loudness(mix)
  for (const channel of [mix.left, mix.right]) {
    for (let i = 0; i < channel.length; i++) channel[i] = soften((channel[i] as number) * gain)
  }
  limit(mix)
}

/** Leaves quiet samples alone and bends the loudest ones. */
function soften(x: number): number {
  const size = Math.abs(x)
  if (size < 0.5) return x
  const bent = 0.5 + 0.6 * saturate((size - 0.5) / 0.6)
  return x < 0 ? -bent : bent
}

function highpass(channel: Float32Array) {
  const k = 1 - (2 * Math.PI * 28) / sampleRate
  let before = 0
  let y = 0
  for (let i = 0; i < channel.length; i++) {
    const x = channel[i] as number
    y = k * (y + x - before)
    before = x
    channel[i] = y
  }
}

function fade(mix: Stereo, into: number, out: number) {
  const { length } = mix.left
  for (const channel of [mix.left, mix.right]) {
    for (let i = 0; i < into; i++) channel[i] = (channel[i] as number) * (i / into)
    for (let i = Math.max(0, length - out); i < length; i++) {
      const left = (length - i) / out
      channel[i] = (channel[i] as number) * left * left
    }
  }
}

/** The amplitude of the loudness of a mix, weighted and gated roughly as ITU-R BS.1770 says. */
function loudness(mix: Stereo): number {
  const block = seconds(0.4)
  const powers: number[] = []
  const left = weigh(mix.left, block)
  const right = weigh(mix.right, block)
  left.forEach((power, i) => powers.push(power + (right[i] ?? 0)))
  const mean = average(powers)
  return Math.sqrt(average(powers.filter((power) => power > mean * 0.1))) * fromDecibels(-0.691)
}

const average = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length

/** The power of each block behind the high shelf (+4 dB at 1.7 kHz) and low cut of the standard. */
function weigh(channel: Float32Array, block: number): number[] {
  const powers: number[] = []
  const turns = 1682 / sampleRate / 2
  const g = sine(turns) / cosine(turns)
  const open = (2 * g) / (1 + g)
  const low = 1 - exp2((-38 * 2 * Math.PI * Math.LOG2E) / sampleRate)
  let a = 0
  let b = 0
  let c = 0
  let power = 0
  for (let i = 0; i < channel.length; i++) {
    const x = channel[i] as number
    a += open * (x - a)
    const shelf = a + (x - a) * 1.585
    b += low * (shelf - b)
    c += low * (shelf - b - c)
    const value = shelf - b - c
    power += value * value
    if ((i + 1) % block === 0) {
      powers.push(power / block)
      power = 0
    }
  }
  return powers
}

/** A limiter that looks 4 ms ahead and comes back in about 80 ms. */
function limit(mix: Stereo) {
  const ahead = seconds(0.004)
  const recover = 1 - 1 / seconds(0.08)
  const { left, right } = mix
  const { length } = left
  const reduction = new Float32Array(length + ahead)
  for (let i = 0; i < length; i++) {
    const peak = Math.max(Math.abs(left[i] as number), Math.abs(right[i] as number))
    if (peak <= ceiling) continue
    const needed = 1 - ceiling / peak
    for (let n = 0; n <= ahead && n <= i; n++) {
      const ramp = needed * (1 - n / ahead)
      if (ramp <= (reduction[i - n] as number)) break
      reduction[i - n] = ramp
    }
  }
  let held = 0
  for (let i = 0; i < length; i++) {
    held = Math.max(reduction[i] as number, held * recover)
    left[i] = (left[i] as number) * (1 - held)
    right[i] = (right[i] as number) * (1 - held)
  }
}
