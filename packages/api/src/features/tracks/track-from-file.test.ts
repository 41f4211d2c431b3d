import { describe, expect, it } from 'vitest'

import { describeTrack } from './track-from-file.ts'

const uploadId = '0198a000-0000-7000-8000-000000000000'

describe('describeTrack', () => {
  it.each([
    ['03 - Artist - Title.flac', 'Artist', 'Title', 3],
    ['03. Title.mp3', 'Unknown artist', 'Title', 3],
    ['03 Title.ogg', 'Unknown artist', 'Title', 3],
    ['12-Title_of_it.wav', 'Unknown artist', 'Title of it', 12],
    ['Artist - Title - Live.mp3', 'Artist', 'Title - Live', null],
    ['99 Luftballons.mp3', 'Unknown artist', '99 Luftballons', null],
    ['2001.mp3', 'Unknown artist', '2001', null],
    ['Mr. Blue Sky', 'Unknown artist', 'Mr. Blue Sky', null],
    ['아이유 - 밤편지.mp3'.normalize('NFD'), '아이유', '밤편지', null],
    ['🎵 👩‍🎤 - 🌊🌊.m4a', '🎵 👩‍🎤', '🌊🌊', null],
    ['C:\\Music\\AC-DC\\01. Thunder.mp3', 'Unknown artist', 'Thunder', 1],
    ['../../etc/passwd', 'Unknown artist', 'passwd', null],
    ['.mp3', 'Unknown artist', 'Untitled', null],
    ['\u200B\u0007.mp3', 'Unknown artist', 'Untitled', null],
    [`${'長'.repeat(600)}.mp3`, 'Unknown artist', '長'.repeat(500), null],
  ])('reads the name %j where tags are missing', (filename, artist, title, trackNumber) => {
    expect(describeTrack({ uploadId }, {}, filename)).toEqual({
      title,
      artist,
      album: null,
      albumArtist: artist,
      genre: null,
      year: null,
      trackNumber,
      discNumber: null,
    })
  })

  it('takes tags before the name, and what the caller gives before both', () => {
    const tags = { title: 'Tag', artist: 'Tagged', album: 'Disc', year: 1999, genre: 'Jazz' }
    const input = { uploadId, title: 'Given', year: 2000 }
    expect(describeTrack(input, tags, '01 - A - B.mp3')).toMatchObject({
      ...tags,
      title: 'Given',
      year: 2000,
      albumArtist: 'Tagged',
      trackNumber: 1,
    })
  })
})
