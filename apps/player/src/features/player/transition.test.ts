import { describe, expect, it } from 'vitest'

import { crossfadeBetween } from './transition.ts'
import { usualSettings } from './settings.ts'

const album = { id: 'album', title: 'Album' }
const other = { id: 'other', title: 'Other' }
const settings = { ...usualSettings, crossfadeSeconds: 6 }
const track = { album: null, durationMs: 180_000 }

describe('crossfadeBetween', () => {
  it('fades between tracks that don’t belong together', () => {
    expect(crossfadeBetween(track, track, settings)).toBe(6)
    expect(crossfadeBetween({ ...track, album }, { ...track, album: other }, settings)).toBe(6)
  })

  it('leaves an album as it is, unless asked', () => {
    const ofAlbum = { ...track, album }
    expect(crossfadeBetween(ofAlbum, ofAlbum, settings)).toBe(0)
    expect(crossfadeBetween(ofAlbum, ofAlbum, { ...settings, crossfadesAlbums: true })).toBe(6)
  })

  it('is no longer than half of a short track', () => {
    expect(crossfadeBetween(track, { ...track, durationMs: 5000 }, settings)).toBe(2.5)
    expect(crossfadeBetween({ ...track, durationMs: 4000 }, track, settings)).toBe(2)
  })
})
