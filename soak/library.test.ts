import { describe, expect, it } from 'vitest'

import { compareLibrary } from './library.ts'
import { drawRecording } from './recording.ts'
import { Random } from './random.ts'
import type { Attempt } from './uploads.ts'

function attempt(number: number, trackId: string | null): Attempt {
  const recording = drawRecording(number, new Random(number))
  return { recording, sha256: '', step: 'create', trackId, isForsaken: false }
}

describe('compareLibrary', () => {
  const attempts = [attempt(1, 'a'), attempt(2, null), attempt(3, null)]

  it('is content with what was acknowledged, and with what was kept without a word', () => {
    expect(compareLibrary([{ id: 'a', title: 'Take 00001' }], attempts)).toEqual([])
    const more = { id: 'b', title: 'Take 00003' }
    expect(compareLibrary([{ id: 'a', title: 'Take 00001' }, more], attempts)).toEqual([])
  })

  it('misses what was acknowledged', () => {
    expect(compareLibrary([{ id: 'b', title: 'Take 00002' }], attempts)).toEqual([
      'Take 00001 was acknowledged and is not in the library',
    ])
  })

  it('sees what is there twice, and what nobody sent', () => {
    const tracks = ['Take 00001', 'Take 00001', 'Take 00009'].map((title, index) => ({
      id: ['a', 'b', 'c'][index] ?? '',
      title,
    }))
    expect(compareLibrary(tracks, attempts)).toEqual([
      'Take 00001 is in the library twice',
      'Take 00009 is in the library and nobody sent it',
    ])
  })
})
