import { decayPerStep, fastSine, frequencyOf } from './portable-math.ts'
import { fadeTail, sampleRate, seconds } from './voice.ts'
import type { Voice } from './voice.ts'

export interface TineOptions {
  /** frequency of the modulator, as a multiple of the note's */
  ratio: number
  /** depth of the modulation in radians at full velocity */
  depth: number
  /** seconds until the modulation and the tone have lost 60 dB */
  depthDecay: number
  decay: number
  release: number
  /** the short bell at the start: frequency as a multiple, level, decay */
  bell: { ratio: number; level: number; decay: number }
  attack?: number
}

/** The electric piano: phase modulation with one modulator, and a bell on top (J. Chowning, 1973). */
export function tine(options: TineOptions): Voice {
  return (out, note) => {
    const step = frequencyOf(note.pitch) / sampleRate
    const high = Math.min(1, 60 / note.pitch)
    const length = Math.min(out.length, note.gate + seconds(options.release))
    const fall = decayPerStep(seconds(options.decay * high))
    const depthFall = decayPerStep(seconds(options.depthDecay))
    const bellFall = decayPerStep(seconds(options.bell.decay))
    const releaseFall = decayPerStep(seconds(options.release))
    const attackStep = 1 / seconds(options.attack ?? 0.002)
    let attack = 0
    let level = note.velocity * 0.8
    let depth = (options.depth / (2 * Math.PI)) * note.velocity * note.velocity * high
    let bell = options.bell.level * note.velocity * note.velocity
    let phase = 0
    for (let i = 0; i < length; i++) {
      if (i > note.gate) level *= releaseFall
      if (attack < 1) attack = Math.min(1, attack + attackStep)
      const modulator = depth * fastSine(phase * options.ratio) + 1
      const tone = fastSine(phase + modulator) + bell * fastSine(phase * options.bell.ratio)
      out[i] = tone * level * attack
      level *= fall
      depth *= depthFall
      bell *= bellFall
      phase += step
    }
    fadeTail(out, length)
    return length
  }
}
