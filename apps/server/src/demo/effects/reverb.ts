import { decayPerStep } from '../synth/portable-math.ts'
import { sampleRate } from '../synth/voice.ts'
import type { Stereo } from './stereo.ts'

export interface ReverbOptions {
  /** until the room has lost 60 dB */
  seconds: number
  /** 0 (bright) .. 1 (dark) */
  damping: number
  /** seconds before the room answers */
  predelay?: number
}

const rate = sampleRate / 2
const lengths = [779, 907, 1049, 1181, 1327, 1451, 1597, 1733]
const size = 2048
const mask = size - 1

/**
 * Adds the room around a sound: eight delay lines that feed one another (J.-M. Jot, 1991). It runs at
 * half the sample rate: a room swallows what lies above 10 kHz anyway.
 */
export function addReverb(to: Stereo, input: Stereo, options: ReverbOptions): void {
  const half = Math.floor(input.left.length / 2)
  const room = { left: new Float32Array(half), right: new Float32Array(half) }
  const lines = new Float32Array(8 * size)
  const gains = Float64Array.from(lengths, (n) => decayPerStep((options.seconds * rate) / n))
  const taps = Int32Array.from(lengths)
  const low = new Float64Array(8)
  const heard = new Float64Array(8)
  const open = 1 - 0.75 * options.damping
  const predelay = Math.round((options.predelay ?? 0.012) * sampleRate)
  const { left, right } = input
  for (let i = 0; i < half; i++) {
    let sum = 0
    for (let n = 0; n < 8; n++) {
      const value = lines[n * size + ((i - (taps[n] as number)) & mask)] as number
      const damped = (low[n] as number) + open * (value - (low[n] as number))
      low[n] = damped
      const kept = damped * (gains[n] as number)
      heard[n] = kept
      sum += kept
    }
    const from = 2 * i - predelay
    const feedLeft = from < 0 ? 0 : 0.5 * ((left[from] as number) + (left[from + 1] as number))
    const feedRight = from < 0 ? 0 : 0.5 * ((right[from] as number) + (right[from + 1] as number))
    // A Householder reflection: each line hears all the others, and no energy is lost.
    const shared = sum * 0.25
    const at = i & mask
    for (let n = 0; n < 8; n += 2) {
      lines[n * size + at] = feedLeft + (heard[n] as number) - shared
      lines[(n + 1) * size + at] = feedRight + (heard[n + 1] as number) - shared
    }
    room.left[i] = 0.5 * alternate(heard, 0)
    room.right[i] = 0.5 * alternate(heard, 1)
  }
  addAtFullRate(to.left, room.left)
  addAtFullRate(to.right, room.right)
}

const alternate = (heard: Float64Array, first: number): number =>
  (heard[first] as number) -
  (heard[first + 2] as number) +
  (heard[first + 4] as number) -
  (heard[first + 6] as number)

function addAtFullRate(to: Float32Array, room: Float32Array) {
  for (let i = 0; i + 1 < room.length; i++) {
    const now = room[i] as number
    to[2 * i] = (to[2 * i] as number) + now
    to[2 * i + 1] = (to[2 * i + 1] as number) + 0.5 * (now + (room[i + 1] as number))
  }
}
