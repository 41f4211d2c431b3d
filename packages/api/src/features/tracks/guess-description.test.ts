import { expect, it } from 'vitest'

import { guessDescriptions } from './guess-description.ts'

const guess = (title: string, artist: string | null = null, album: string | null = null) => ({
  title,
  artist,
  album,
})

it('takes a description as it is before anything else', () => {
  const wanted = { title: 'Low Tide', artist: 'Ann', album: 'Sea' }
  expect(guessDescriptions({ ...wanted, path: 'x/y/01 z.mp3' })[0]).toEqual(wanted)
})

it.each([
  ['Ann/Sea/01 - Low Tide.flac', guess('Low Tide', 'Ann', 'Sea')],
  ['/music/Ann/Sea/1-01 Low Tide.mp3', guess('Low Tide', 'Ann', 'Sea')],
  ['D:\\Music\\Ann\\Sea\\03. Low Tide.ogg', guess('Low Tide', 'Ann', 'Sea')],
  ['file:///m/Ann/Sea/07%20Low%20Tide.m4a', guess('Low Tide', 'Ann', 'Sea')],
  ['https://example.com/Ann/Sea/07_Low Tide.opus?x=1', guess('Low Tide', 'Ann', 'Sea')],
  ['Ann - Low Tide.mp3', guess('Low Tide', 'Ann')],
  ['아이유/팔레트/04 밤편지.mp3', guess('밤편지', '아이유', '팔레트')],
  ['99 Luftballons.mp3', guess('Luftballons')],
  ['1999.mp3', guess('1999')],
])('reads %j as a track’s file', (path, expected) => {
  expect(guessDescriptions({ path })[0]).toEqual(expected)
})

it('also looks without what editions add', () => {
  const titles = guessDescriptions({ title: 'Low Tide (Remastered 2011) [Live]', artist: 'Ann' })
  expect(titles).toEqual([
    guess('Low Tide (Remastered 2011) [Live]', 'Ann'),
    guess('Low Tide', 'Ann'),
  ])
})

it.each(['', '   ', '/', '..\\..', '%', 'file:///%zz/%', '((((', '- - -', 'a'.repeat(4_000)])(
  'makes something or nothing of %j, and no failure',
  (path) => {
    for (const { title } of guessDescriptions({ title: path, path })) expect(title).not.toBe('')
  },
)
