import { decayPerStep, exp2, frequencyOf, cosine, sine } from './portable-math.ts'
import { fadeTail, sampleRate, seconds } from './voice.ts'
import type { Voice } from './voice.ts'

/** One way in which a struck body rings. */
export interface Mode {
  /** frequency, as a multiple of the note's */
  ratio: number
  level: number
  /** seconds until it has lost 60 dB at middle C */
  decay: number
}

export interface StruckOptions {
  modes: Mode[]
  /** seconds of the damper after the key is let go */
  release: number
  /** how much softer high modes are when struck softly, 0..1 */
  touch: number
  /** level and seconds of the hammer's noise */
  hammer?: { level: number; decay: number }
}

/**
 * Piano, vibraphone, music box: a sum of modes that each die away by themselves. A mode is a
 * two-pole resonator, so that a sample of it costs two multiplications.
 */
export function struck(options: StruckOptions): Voice {
  return (out, note, random) => {
    const frequency = frequencyOf(note.pitch)
    const size = Math.sqrt(261.63 / frequency)
    let length = 0
    options.modes.forEach((mode, index) => {
      const hertz = frequency * mode.ratio
      if (hertz > 16_000) return
      const softness = exp2((note.velocity - 1) * options.touch * index)
      const samples = Math.min(
        out.length,
        note.gate + seconds(options.release),
        seconds(mode.decay * size),
      )
      ring(out, samples, hertz / sampleRate, mode.level * softness, mode.decay * size)
      length = Math.max(length, samples)
    })
    if (options.hammer) {
      let level = options.hammer.level * note.velocity * note.velocity
      let low = 0
      const fall = decayPerStep(seconds(options.hammer.decay))
      const until = Math.min(length, seconds(options.hammer.decay))
      for (let i = 0; i < until; i++) {
        low += 0.25 * ((random() * 2 - 1) * level - low)
        out[i] = (out[i] as number) + low
        level *= fall
      }
    }
    damp(out, note.gate, length, options.release)
    scale(out, length, note.velocity)
    fadeTail(out, length)
    return length
  }
}

function ring(out: Float32Array, samples: number, turns: number, level: number, decay: number) {
  const fall = decayPerStep(seconds(decay))
  const a = 2 * fall * cosine(turns)
  const b = fall * fall
  let y1 = 0
  let y2 = (-sine(turns) * level) / fall
  for (let i = 0; i < samples; i++) {
    const y = a * y1 - b * y2
    y2 = y1
    y1 = y
    out[i] = (out[i] as number) + y
  }
}

function damp(out: Float32Array, from: number, length: number, release: number) {
  const fall = decayPerStep(seconds(release))
  let gain = 1
  for (let i = from; i < length; i++) {
    gain *= fall
    out[i] = (out[i] as number) * gain
  }
}

function scale(out: Float32Array, length: number, velocity: number) {
  const gain = velocity * (0.5 + 0.5 * velocity)
  for (let i = 0; i < length; i++) out[i] = (out[i] as number) * gain
}
