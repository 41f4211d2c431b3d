import { expect, test } from 'vitest'
import { messages } from '../../lib/messages.ts'
import { coverRefusal, fileRefusal } from './file-refusal.ts'

const { upload } = messages

test.each([
  ['a song of 5 GiB', 'song.flac', 5 * 1024 ** 3, null],
  ['a song that is larger', 'song.flac', 5 * 1024 ** 3 + 1, upload.fileTooLarge],
  ['an empty song', 'song.flac', 0, upload.emptyFile],
  ['a text', 'notes.txt', 100, upload.notAudioName],
])('says of %s what is wrong with it', (_, name, size, sentence) => {
  expect(fileRefusal({ name, size, type: '' })).toBe(sentence)
})

test.each([
  ['a cover of 10 MiB', 'image/png', 10 * 1024 ** 2, null],
  ['a cover that is larger', 'image/png', 10 * 1024 ** 2 + 1, upload.coverTooLarge],
  ['an empty cover', 'image/png', 0, upload.emptyCover],
  ['a drawing', 'image/svg+xml', 100, upload.notImageName],
])('says of %s what is wrong with it', (_, type, size, sentence) => {
  expect(coverRefusal({ name: 'cover', size, type })).toBe(sentence)
})
