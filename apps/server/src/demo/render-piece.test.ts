import { describe, expect, it } from 'vitest'
import type { Stereo } from './effects/stereo.ts'
import { papayaPostcards } from './pieces/ines-calloway.ts'
import { musicBoxForMira } from './pieces/northlight.ts'
import { coldStart } from './pieces/null-meridian.ts'
import { marketRoad } from './pieces/pine-wind.ts'
import { renderPiece } from './render-piece.ts'
import { sampleRate } from './synth/voice.ts'

const level = (channel: Float32Array) =>
  Math.sqrt(channel.reduce((sum, value) => sum + value * value, 0) / channel.length)

/** The loudness of each second that lies wholly before the fade. */
function secondsOf(sound: Stereo, fadeOut: number): number[] {
  const count = Math.floor(sound.left.length / sampleRate - fadeOut)
  return Array.from({ length: count }, (_, i) =>
    level(sound.left.subarray(i * sampleRate, (i + 1) * sampleRate)),
  )
}

describe.each([
  ['a bossa nova', papayaPostcards],
  ['techno', coldStart],
  ['a gayageum', marketRoad],
  ['a music box', musicBoxForMira],
])('%s', (_name, piece) => {
  const sound = renderPiece(piece, 7)

  it('never clips, and stays below -1 dBFS', () => {
    for (const channel of [sound.left, sound.right]) {
      expect(channel.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0)).toBeLessThan(0.89)
      expect(channel.some((value) => Number.isNaN(value))).toBe(false)
    }
  })

  it('is never silent before it fades, and silent at its end', () => {
    expect(Math.min(...secondsOf(sound, piece.fadeOut))).toBeGreaterThan(0.005)
    expect(level(sound.left.subarray(-200))).toBeLessThan(0.001)
  })

  it('is about as loud as the others, on both sides, without an offset', () => {
    const loudness = level(sound.left) + level(sound.right)
    expect(loudness).toBeGreaterThan(0.15)
    expect(loudness).toBeLessThan(0.6)
    expect(level(sound.left) / level(sound.right)).toBeGreaterThan(0.6)
    expect(level(sound.left) / level(sound.right)).toBeLessThan(1.7)
    const mean = sound.left.reduce((sum, value) => sum + value, 0) / sound.left.length
    expect(Math.abs(mean)).toBeLessThan(0.001)
  })
})
