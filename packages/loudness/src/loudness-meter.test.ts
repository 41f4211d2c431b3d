import { describe, expect, it } from 'vitest'

import { LoudnessMeter } from './loudness-meter.ts'

type Section = [level: number, seconds: number]

/** A sine of these levels (dBFS), one after the other. */
function sine(sections: Section[], { rate = 48_000, pitch = 1_000 } = {}): Float32Array {
  const pieces = sections.map(([level, seconds]) => {
    const amplitude = 10 ** (level / 20)
    const length = Math.round(seconds * rate)
    return Float32Array.from(
      { length },
      (_, at) => amplitude * Math.sin((2 * Math.PI * pitch * at) / rate),
    )
  })
  const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function measure(channels: Float32Array[], rate = 48_000, pieceLength = 7_919) {
  const meter = new LoudnessMeter(rate, channels.length)
  const length = channels[0]?.length ?? 0
  for (let at = 0; at < length; at += pieceLength)
    meter.add(channels.map((samples) => samples.subarray(at, at + pieceLength)))
  return meter.result()
}

function lufsInStereo(sections: Section[]): number {
  const samples = sine(sections)
  return measure([samples, samples])?.integratedLufs ?? Number.NaN
}

describe('integrated loudness', () => {
  it.each([8_000, 22_050, 44_100, 48_000, 96_000, 192_000])(
    'of a sine of 997 Hz in stereo is its level, at %i Hz',
    (rate) => {
      const samples = sine([[-23, 5]], { rate, pitch: 997 })
      const { integratedLufs, peak } = measure([samples, samples], rate) ?? {}
      // At 8 kHz the shelf is bent by the end of the band.
      expect(Math.abs((integratedLufs ?? 0) + 23)).toBeLessThan(rate < 20_000 ? 0.2 : 0.05)
      expect(peak).toBeCloseTo(10 ** (-23 / 20), 3)
    },
  )

  it('of a sine at full scale in one channel is -3.01 LUFS', () => {
    expect(measure([sine([[0, 5]], { pitch: 997 })])?.integratedLufs).toBeCloseTo(-3.01, 1)
  })

  // EBU Tech 3341, table 1: what a meter must show within 0.1 LU.
  it.each<[number, Section[], number]>([
    [1, [[-23, 20]], -23],
    [2, [[-33, 20]], -33],
    [
      3,
      [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
      -23,
    ],
    [
      4,
      [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
      -23,
    ],
    [
      5,
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
      -23,
    ],
  ])('is right in case %i of EBU Tech 3341', (_, sections, expected) => {
    expect(Math.abs(lufsInStereo(sections) - expected)).toBeLessThan(0.1)
  })

  it('is right in case 6 of EBU Tech 3341, with five channels', () => {
    const levels = [-28, -28, -24, -30, -30]
    const channels = levels.map((level) => sine([[level, 20]]))
    expect(Math.abs((measure(channels)?.integratedLufs ?? 0) + 23)).toBeLessThan(0.1)
    const [left, right, centre, ...sides] = channels as [Float32Array, Float32Array, Float32Array]
    const rumble = sine([[-3, 20]], { pitch: 60 })
    const withRumble = measure([left, right, centre, rumble, ...sides])
    expect(Math.abs((withRumble?.integratedLufs ?? 0) + 23)).toBeLessThan(0.1)
  })

  it('does not count silence before, between and behind', () => {
    const gaps: Section[] = [
      [-200, 15],
      [-14, 20],
      [-200, 15],
      [-14, 20],
      [-200, 15],
    ]
    expect(Math.abs(lufsInStereo(gaps) + 14)).toBeLessThan(0.1)
  })

  it('hears the highs better and the lows worse than the middle', () => {
    const at = (pitch: number) =>
      measure([sine([[-20, 3]], { pitch }), sine([[-20, 3]], { pitch })])?.integratedLufs ?? 0
    expect(at(10_000) - at(1_000)).toBeCloseTo(3.3, 0)
    expect(at(30) - at(1_000)).toBeLessThan(-4)
  })

  it('is the same in pieces of any length', () => {
    const samples = sine([[-20, 3]])
    const whole = measure([samples, samples], 48_000, samples.length)
    for (const length of [1, 480, 4_800, 50_001])
      expect(measure([samples, samples], 48_000, length)).toEqual({
        integratedLufs: expect.closeTo(whole?.integratedLufs ?? 0, 6),
        peak: whole?.peak,
      })
  })

  it('is unknown of silence, of next to nothing, and of less than a block', () => {
    expect(measure([new Float32Array(96_000)])).toBeNull()
    expect(measure([sine([[-75, 5]])])).toBeNull()
    expect(measure([sine([[-10, 0.39]])])).toBeNull()
    expect(measure([new Float32Array(0)])).toBeNull()
  })

  it('survives samples that are no sound', () => {
    const samples = sine([[-20, 5]])
    const clean = measure([samples, samples])
    for (const [index, value] of [Number.NaN, Infinity, -Infinity, 1e30].entries())
      samples[1_000 + index * 50] = value
    const { integratedLufs, peak } = measure([samples, samples]) ?? {}
    expect(integratedLufs).toBeCloseTo(clean?.integratedLufs ?? 0, 1)
    expect(peak).toBeCloseTo(0.1, 3)
  })
})

it('gives the largest sample of any channel, also beyond full scale', () => {
  const [left, right] = [sine([[-20, 1]]), sine([[-30, 1]])]
  right[500] = -1.25
  expect(measure([left, right])?.peak).toBeCloseTo(1.25)
})
