import { expect, it } from 'vitest'

import { fromVorbisOrder } from './vorbis-order.ts'

it.each([
  ['L', 'L'],
  ['L R', 'L R'],
  ['L C R', 'L R C'],
  ['L R BL BR', 'L R BL BR'],
  ['L C R BL BR', 'L R C BL BR'],
  ['L C R BL BR LFE', 'L R C LFE BL BR'],
  ['L C R SL SR BC LFE', 'L R C LFE BC SL SR'],
  ['L C R SL SR BL BR LFE', 'L R C LFE BL BR SL SR'],
])('brings %s into the order %s', (vorbis, wave) => {
  expect(fromVorbisOrder(vorbis.split(' '))).toEqual(wave.split(' '))
})
