import { cosine, sine } from '../synth/portable-math.ts'

/** Two channels of samples. */
export interface Stereo {
  left: Float32Array
  right: Float32Array
}

export const silence = (samples: number): Stereo => ({
  left: new Float32Array(samples),
  right: new Float32Array(samples),
})

/** Adds a mono sound at a place from -1 (left) to 1 (right), with equal power. */
export function addMono(
  to: Stereo,
  at: number,
  sound: Float32Array,
  length: number,
  gain: number,
  pan: number,
): void {
  const turns = (pan + 1) / 8
  const left = gain * cosine(turns)
  const right = gain * sine(turns)
  const end = Math.min(length, to.left.length - at)
  const toLeft = to.left.subarray(at, at + end)
  const toRight = to.right.subarray(at, at + end)
  for (let i = 0; i < toLeft.length; i++) {
    const value = sound[i] as number
    toLeft[i] = (toLeft[i] as number) + value * left
    toRight[i] = (toRight[i] as number) + value * right
  }
}

/** Adds one stereo sound to another, between two samples. */
export function addStereo(
  to: Stereo,
  sound: Stereo,
  gain: number,
  from = 0,
  end = to.left.length,
): void {
  addChannel(to.left.subarray(from, end), sound.left.subarray(from, end), gain)
  addChannel(to.right.subarray(from, end), sound.right.subarray(from, end), gain)
}

function addChannel(to: Float32Array, sound: Float32Array, gain: number) {
  const { length } = to
  for (let i = 0; i < length; i++) to[i] = (to[i] as number) + (sound[i] as number) * gain
}
