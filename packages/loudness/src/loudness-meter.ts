import { type Biquad, kWeighting } from './k-weighting.ts'

/** What a whole programme measures. */
export interface Loudness {
  /** Integrated and gated, in LUFS. */
  integratedLufs: number
  /** The largest sample, 1 is full scale; decoders of lossy formats give more. */
  peak: number
}

/** Left, right, centre, low frequencies, sides, backs: in the order of Web Audio, WAVE and FLAC. */
const weights: Record<number, readonly number[]> = {
  1: [1],
  2: [1, 1],
  3: [1, 1, 1],
  4: [1, 1, 1.41, 1.41],
  5: [1, 1, 1, 1.41, 1.41],
  6: [1, 1, 1, 0, 1.41, 1.41],
  7: [1, 1, 1, 0, 1, 1.41, 1.41],
  8: [1, 1, 1, 0, 1, 1, 1.41, 1.41],
}
const stepsOfBlock = 4
const absoluteGateLufs = -70
const relativeGateLu = -10
/** Far above what any decoder puts out: what is beyond is no sound. */
const maxSample = 16

/**
 * Integrated loudness by ITU-R BS.1770-4, piece by piece: it keeps the energy of each tenth of a
 * second, and nothing of the sound. One channel counts once, as the recommendation has it.
 */
export class LoudnessMeter {
  readonly #channels: Channel[]
  /** Of a step, a quarter of a gating block. */
  readonly #samplesOfStep: number
  /** Weighted sum of all channels' mean squares, for each step. */
  readonly #steps: number[] = []
  #samplesInStep = 0

  /**
   * @param sampleRate in hertz
   * @param channels as many as every piece has
   */
  constructor(sampleRate: number, channels: number) {
    const filters = kWeighting(sampleRate)
    const known = weights[channels]
    this.#samplesOfStep = Math.round(sampleRate / 10)
    this.#channels = Array.from({ length: channels }, (_, index) => {
      return new Channel(filters, known?.[index] ?? 1)
    })
  }

  /** @param piece the samples of each channel, equally many */
  add(piece: readonly Float32Array[]): void {
    const length = piece[0]?.length ?? 0
    for (let at = 0; at < length;) {
      const end = Math.min(length, at + this.#samplesOfStep - this.#samplesInStep)
      for (const [index, channel] of this.#channels.entries())
        channel.hear(piece[index] ?? new Float32Array(length), at, end)
      this.#samplesInStep += end - at
      at = end
      if (this.#samplesInStep === this.#samplesOfStep) this.#endStep()
    }
  }

  /** Of all that was added; null where nothing of it was loud enough, or long enough, to count. */
  result(): Loudness | null {
    const blocks = this.#blocks().filter((energy) => lufs(energy) > absoluteGateLufs)
    if (blocks.length === 0) return null
    const gate = lufs(mean(blocks)) + relativeGateLu
    const integratedLufs = lufs(mean(blocks.filter((energy) => lufs(energy) > gate)))
    return { integratedLufs, peak: Math.max(...this.#channels.map(({ peak }) => peak)) }
  }

  #endStep(): void {
    const energies = this.#channels.map((channel) => channel.takeEnergy())
    this.#steps.push(energies.reduce((sum, energy) => sum + energy, 0) / this.#samplesOfStep)
    this.#samplesInStep = 0
  }

  /** Of 400 ms, each begun 100 ms after the one before. */
  #blocks(): number[] {
    const steps = this.#steps
    return steps.slice(stepsOfBlock - 1).map((_, at) => mean(steps.slice(at, at + stepsOfBlock)))
  }
}

/** The filters of one channel and what they are at; written out, for it is run for each sample. */
class Channel {
  readonly #shelf: Biquad
  readonly #highPass: Biquad
  readonly #weight: number
  #energy = 0
  #s1 = 0
  #s2 = 0
  #h1 = 0
  #h2 = 0
  peak = 0

  constructor([shelf, highPass]: [Biquad, Biquad], weight: number) {
    this.#shelf = shelf
    this.#highPass = highPass
    this.#weight = weight
  }

  hear(samples: Float32Array, from: number, to: number): void {
    const { b0, b1, b2, a1, a2 } = this.#shelf
    const { a1: c1, a2: c2 } = this.#highPass
    let [s1, s2, h1, h2] = [this.#s1, this.#s2, this.#h1, this.#h2]
    let { peak } = this
    let energy = 0
    for (let at = from; at < to; at++) {
      let x = samples[at] ?? 0
      // Also what is no number.
      if (!(Math.abs(x) < maxSample)) x = 0
      if (x > peak) peak = x
      else if (-x > peak) peak = -x
      const y = b0 * x + s1
      s1 = b1 * x - a1 * y + s2
      s2 = b2 * x - a2 * y
      const z = y + h1
      h1 = -2 * y - c1 * z + h2
      h2 = y - c2 * z
      energy += z * z
    }
    this.#energy += energy
    this.peak = peak
    this.#s1 = settled(s1)
    this.#s2 = settled(s2)
    this.#h1 = settled(h1)
    this.#h2 = settled(h2)
  }

  takeEnergy(): number {
    const energy = this.#energy * this.#weight
    this.#energy = 0
    return energy
  }
}

/** In silence filters fade for ever, and processors are slow with what is nearly nothing. */
function settled(value: number): number {
  return Math.abs(value) < 1e-20 ? 0 : value
}

function lufs(energy: number): number {
  return -0.691 + 10 * Math.log10(energy)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
