import { decayPerStep, exp2, fastSine, frequencyOf } from './portable-math.ts'
import { fadeTail, sampleRate, seconds } from './voice.ts'
import type { Voice } from './voice.ts'
import type { Random } from './random.ts'

export interface PluckedOptions {
  /** seconds until a middle C has lost 60 dB */
  decay: number
  /** 0 (bright) .. 0.5 (dull): what the string loses of its highs each time round */
  damping: number
  /** 0 (soft finger) .. 1 (hard plectrum) */
  brightness: number
  /** where the string is plucked, as a part of its length */
  position: number
  release: number
  /** a left hand that shakes the string: hertz, depth in semitones, seconds until it sets in */
  vibrato?: { rate: number; depth: number; delay: number }
  /** semitones from which the note slides up at its start */
  scoop?: number
}

/**
 * A plucked string: noise in a delay line that loses its highs each time round, after
 * K. Karplus and A. Strong (1983), with the plucking position of D. Jaffe and J. Smith.
 */
export function plucked(options: PluckedOptions): Voice {
  return (out, note, random) => {
    const frequency = frequencyOf(note.pitch)
    const period = sampleRate / frequency
    const length = Math.min(out.length, note.gate + seconds(options.release))
    const string = pluck(Math.ceil(period) + 1, options, note.velocity, random)
    const size = 2048
    const line = new Float64Array(size)
    const start = string.length
    line.set(string)
    const life = options.decay * Math.sqrt(261.63 / frequency)
    const held = decayPerStep(seconds(life) / period)
    const released = decayPerStep(seconds(options.release) / period)
    const loss = options.damping
    let delay = period - loss
    let last = 0
    for (let i = 0; i < length; i++) {
      if ((i & 31) === 0) delay = (period - loss) / bend(options, i)
      const at = start + i
      const read = at - delay
      const index = Math.floor(read)
      const low = line[index & (size - 1)] as number
      const value = low + ((line[(index + 1) & (size - 1)] as number) - low) * (read - index)
      const kept = (value + loss * (last - value)) * (i < note.gate ? held : released)
      last = value
      line[at & (size - 1)] = kept
      out[i] = value * note.velocity
    }
    fadeTail(out, length)
    return length
  }
}

function pluck(samples: number, options: PluckedOptions, velocity: number, random: Random) {
  const noise = new Float64Array(samples)
  const open = 0.08 + 0.9 * options.brightness * (0.4 + 0.6 * velocity)
  let low = 0
  let mean = 0
  for (let i = 0; i < samples; i++) {
    low += open * (random() * 2 - 1 - low)
    noise[i] = low
    mean += low / samples
  }
  const offset = Math.max(1, Math.round(samples * options.position))
  const shaped = noise.map(
    (value, i) => value - mean - 0.9 * ((noise[(i + samples - offset) % samples] as number) - mean),
  )
  let power = 0
  for (const value of shaped) power += value * value
  const gain = 0.45 / Math.sqrt(power / samples)
  return shaped.map((value) => value * gain)
}

/** The factor on the pitch, after so many samples. */
function bend(options: PluckedOptions, at: number): number {
  const time = at / sampleRate
  let semitones = 0
  if (options.scoop && time < 0.12) semitones -= options.scoop * (1 - time / 0.12)
  const { vibrato } = options
  if (vibrato && time > vibrato.delay) {
    const depth = Math.min(1, (time - vibrato.delay) * 3) * vibrato.depth
    semitones += depth * fastSine((time - vibrato.delay) * vibrato.rate)
  }
  return semitones === 0 ? 1 : exp2(semitones / 12)
}
