import { cosine, exp2, fastSine, frequencyOf, sine } from './portable-math.ts'
import { oscillate } from './oscillator.ts'
import type { Wave } from './oscillator.ts'
import { fadeTail, sampleRate, seconds } from './voice.ts'
import type { Random } from './random.ts'
import type { Voice } from './voice.ts'

export interface AnalogOptions {
  wave: Wave
  /** how many oscillators, and the cents between the outermost two */
  unison?: number
  detune?: number
  /** level of a sine an octave below */
  sub?: number
  /** level of breath noise */
  noise?: number
  /** the low-pass filter: hertz at rest, octaves the envelope opens it, resonance 0..1 */
  cutoff?: number
  sweep?: number
  resonance?: number
  /** seconds in which the filter's envelope falls */
  sweepDecay?: number
  attack: number
  decay?: number
  sustain?: number
  release: number
  vibrato?: { rate: number; depth: number; delay: number }
}

const block = 64

/** Oscillators, a filter and two envelopes: basses, leads, pads, strings, chip sounds. */
export function analog(options: AnalogOptions): Voice {
  const unison = options.unison ?? 1
  return (out, note, random) => {
    const length = Math.min(out.length, note.gate + seconds(options.release))
    const base = frequencyOf(note.pitch) / sampleRate
    const phases = Array.from({ length: unison }, () => (unison > 1 ? random() : 0))
    const steps = phases.map(
      (_, i) => base * exp2((spread(i, unison) * (options.detune ?? 0)) / 1200),
    )
    const gain = (0.5 * note.velocity) / Math.sqrt(unison)
    const buffer = new Float64Array(block)
    const state: FilterState = { first: 0, second: 0 }
    let level = 0
    for (let from = 0; from < length; from += block) {
      const samples = Math.min(block, length - from)
      const time = from / sampleRate
      const pitch = vibrato(options, time)
      addOscillators(buffer, samples, options, phases, steps, pitch)
      addExtras(buffer, samples, options, from * base * 0.5, base * 0.5, random)
      if (options.cutoff) {
        const hertz = cutoffAt(options, time, note.velocity)
        lowpass(buffer, samples, hertz, options.resonance ?? 0, state)
      }
      const next = envelope(options, (from + samples) / sampleRate, note.gate / sampleRate)
      const slope = (next - level) / samples
      for (let i = 0; i < samples; i++) {
        level += slope
        out[from + i] = (buffer[i] as number) * level * gain
      }
      level = next
    }
    fadeTail(out, length)
    return length
  }
}

function addOscillators(
  buffer: Float64Array,
  samples: number,
  { wave }: AnalogOptions,
  phases: number[],
  steps: number[],
  pitch: number,
) {
  buffer.fill(0)
  for (let i = 0; i < phases.length; i++) {
    phases[i] = oscillate(buffer, samples, wave, phases[i] as number, (steps[i] as number) * pitch)
  }
}

function addExtras(
  buffer: Float64Array,
  samples: number,
  { sub, noise }: AnalogOptions,
  phase: number,
  step: number,
  random: Random,
) {
  if (sub) {
    for (let i = 0; i < samples; i++) {
      buffer[i] = (buffer[i] as number) + sub * fastSine(phase + i * step)
    }
  }
  if (noise) {
    for (let i = 0; i < samples; i++) {
      buffer[i] = (buffer[i] as number) + noise * (random() * 2 - 1)
    }
  }
}

const spread = (index: number, count: number) => (count === 1 ? 0 : index / (count - 1) - 0.5)

function vibrato(options: AnalogOptions, time: number): number {
  const { vibrato } = options
  if (!vibrato || time < vibrato.delay) return 1
  const depth = Math.min(1, (time - vibrato.delay) * 3) * vibrato.depth
  return exp2((depth * fastSine((time - vibrato.delay) * vibrato.rate)) / 12)
}

function cutoffAt(options: AnalogOptions, time: number, velocity: number): number {
  const decay = options.sweepDecay ?? 0.3
  const open = (options.sweep ?? 0) * exp2((-time / decay) * 3) * (0.5 + 0.5 * velocity)
  return Math.min(15_000, (options.cutoff ?? 15_000) * exp2(open))
}

function envelope(options: AnalogOptions, time: number, gate: number): number {
  const sustain = options.sustain ?? 1
  const held = Math.min(time, gate)
  let level = 1
  if (held < options.attack) level = held / options.attack
  else if (options.decay) {
    level = sustain + (1 - sustain) * exp2(((options.attack - held) / options.decay) * 5)
  } else level = sustain
  if (time <= gate) return level
  const left = Math.max(0, 1 - (time - gate) / options.release)
  return level * left * left
}

/** What a filter remembers from one block to the next. */
interface FilterState {
  first: number
  second: number
}

/** A state-variable low-pass over a block (A. Simper, 2013). */
function lowpass(
  buffer: Float64Array,
  samples: number,
  hertz: number,
  resonance: number,
  state: FilterState,
) {
  const turns = hertz / sampleRate / 2
  const g = sine(turns) / cosine(turns)
  const a1 = 1 / (1 + g * (g + 2 - 1.9 * resonance))
  const a2 = g * a1
  const a3 = g * a2
  let ic1 = state.first
  let ic2 = state.second
  for (let i = 0; i < samples; i++) {
    const v3 = (buffer[i] as number) - ic2
    const v1 = a1 * ic1 + a2 * v3
    const v2 = ic2 + a2 * ic1 + a3 * v3
    ic1 = 2 * v1 - ic1
    ic2 = 2 * v2 - ic2
    buffer[i] = v2
  }
  state.first = ic1
  state.second = ic2
}
