import { describe, expect, it } from 'vitest'

import { gainOf } from './loudness.ts'

const measured = { trackGainDb: -6, trackPeak: 0.9, albumGainDb: -3, albumPeak: 1 }
const halved = 10 ** (-6 / 20)
const lowered = 10 ** (-3 / 20)

describe('gainOf', () => {
  it('takes the gain that is asked for', () => {
    expect(gainOf(measured, 'track', true)).toBeCloseTo(halved)
    expect(gainOf(measured, 'album', false)).toBeCloseTo(lowered)
    expect(gainOf(measured, 'auto', true)).toBeCloseTo(lowered)
    expect(gainOf(measured, 'auto', false)).toBeCloseTo(halved)
    expect(gainOf(measured, 'off', true)).toBe(1)
  })

  it('takes the other gain where there is one alone', () => {
    const track = { ...measured, albumGainDb: null, albumPeak: null }
    expect(gainOf(track, 'album', true)).toBeCloseTo(halved)
    const album = { ...measured, trackGainDb: null, trackPeak: null }
    expect(gainOf(album, 'track', false)).toBeCloseTo(lowered)
  })

  it('plays what nobody measured as it is', () => {
    expect(gainOf(null, 'auto', true)).toBe(1)
    const unknown = { trackGainDb: null, trackPeak: 0.5, albumGainDb: null, albumPeak: null }
    expect(gainOf(unknown, 'track', false)).toBe(1)
  })

  it('lifts noise by 15 dB at most', () => {
    const noise = { ...measured, trackGainDb: 40, trackPeak: 0.001 }
    expect(gainOf(noise, 'track', false)).toBeCloseTo(10 ** (15 / 20))
  })

  it('lifts a quiet track no further than its peak allows', () => {
    expect(gainOf({ ...measured, trackGainDb: 12, trackPeak: 0.5 }, 'track', false)).toBe(2)
    expect(gainOf({ ...measured, trackGainDb: 12, trackPeak: 0.1 }, 'track', false)).toBeCloseTo(
      3.981,
    )
  })

  it('lifts nothing whose peak nobody knows', () => {
    expect(gainOf({ ...measured, trackGainDb: 12, trackPeak: null }, 'track', false)).toBe(1)
    expect(gainOf({ ...measured, trackPeak: null }, 'track', false)).toBeCloseTo(halved)
  })

  it('lowers what is over full scale', () => {
    expect(gainOf({ ...measured, trackGainDb: 0, trackPeak: 1.25 }, 'track', false)).toBe(0.8)
  })
})
