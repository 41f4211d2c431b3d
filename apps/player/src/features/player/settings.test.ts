import { describe, expect, it } from 'vitest'

import { parseSettings, usualSettings } from './settings.ts'

describe('parseSettings', () => {
  it('takes what was stored', () => {
    const stored = {
      crossfadeSeconds: 4,
      crossfadesAlbums: true,
      loudness: 'track' as const,
      speed: 1.5,
      outputDeviceId: 'kitchen',
    }
    expect(parseSettings(JSON.stringify(stored))).toEqual(stored)
  })

  it.each([
    null,
    '',
    'no JSON',
    'null',
    '7',
    '[]',
    '{"crossfadeSeconds":13,"crossfadesAlbums":"yes","loudness":"loud","speed":3,"outputDeviceId":1}',
    '{"crossfadeSeconds":-1,"speed":null}',
  ])('takes the usual in the place of %s', (stored) => {
    expect(parseSettings(stored)).toEqual(usualSettings)
  })
})
