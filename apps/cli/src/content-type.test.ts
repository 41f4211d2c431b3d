import { expect, it } from 'vitest'

import { audioType } from './content-type.ts'

it.each([
  ['audio/mpeg', 'notes.txt', 'audio/mpeg'],
  ['audio/ogg; codecs=opus', 'a.mp3', 'audio/ogg'],
  ['video/mp4', 'a', 'audio/mp4'],
  ['audio/flac', '.hidden.flac', 'audio/flac'],
  [null, 'A.MP3', 'audio/mpeg'],
  [null, 'line\nbreak.opus', 'audio/opus'],
])('uploads %s called %j as %s', (found, name, type) => {
  expect(audioType(found, name)).toBe(type)
})

it.each([
  ['image/png', 'a.mp3'],
  ['video/matroska', 'a.mka'],
  [null, 'cover'],
  [null, 'playlist.m3u'],
  [null, '._a.mp3'],
  [null, 'mp3'],
])('takes %s called %j for no audio', (found, name) => {
  expect(audioType(found, name)).toBeNull()
})
