import { expect, test } from 'vitest'
import { audioTypeOf, imageTypeOf } from './file-type.ts'

test.each([
  ['song.mp3', '', 'audio/mpeg'],
  ['SONG.MP3', 'audio/mp3', 'audio/mpeg'],
  ['밤편지.flac', 'audio/x-flac', 'audio/flac'],
  ['take.2.m4a', 'audio/x-m4a', 'audio/mp4'],
  ['voice.webm', 'video/webm', 'audio/webm'],
  ['no extension', 'audio/ogg; codecs=opus', 'audio/ogg'],
])('announces %s (%s) as %s', (name, type, announced) => {
  expect(audioTypeOf({ name, type })).toBe(announced)
})

test.each([
  ['cover.jpg', 'image/jpeg'],
  ['notes.txt', 'text/plain'],
  ['x.constructor', ''],
])('knows that %s is no audio', (name, type) => {
  expect(audioTypeOf({ name, type })).toBeNull()
})

test('takes the images that a cover may be, and no SVG', () => {
  expect(imageTypeOf({ type: 'image/webp' })).toBe('image/webp')
  expect(imageTypeOf({ type: 'image/svg+xml' })).toBeNull()
})
