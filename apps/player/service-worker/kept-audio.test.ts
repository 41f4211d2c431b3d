import { expect, it } from 'vitest'

import { partOf } from './kept-audio.ts'

const file = new Blob(['0123456789'], { type: 'audio/flac' })

it.each([
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=7-99', '789', 'bytes 7-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-99', '0123456789', 'bytes 0-9/10'],
])('answers %s with that part of the file', async (range, text, contentRange) => {
  const answer = partOf(file, range)
  expect(answer.status).toBe(206)
  expect(Object.fromEntries(answer.headers)).toEqual({
    'accept-ranges': 'bytes',
    'content-type': 'audio/flac',
    'content-length': `${text.length}`,
    'content-range': contentRange,
  })
  expect(await answer.text()).toBe(text)
})

it.each([null, 'bytes=-', 'bytes=1-2,4-5', 'lines=1-2'])(
  'answers %s with the whole file',
  async (range) => {
    const answer = partOf(file, range)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('0123456789')
  },
)

it.each(['bytes=10-', 'bytes=5-2', 'bytes=-0'])('has nothing for %s', (range) => {
  const answer = partOf(file, range)
  expect(answer.status).toBe(416)
  expect(answer.headers.get('content-range')).toBe('bytes */10')
})
