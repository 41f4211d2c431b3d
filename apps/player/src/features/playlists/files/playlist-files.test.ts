import { array, assert, json, option, nat, property, record, string, uuid } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { parseM3u, writeM3u } from './m3u.ts'
import { cleanText, type PlaylistFile } from './playlist-file.ts'
import { parseJson, writeJson } from './playlist-json.ts'
import { readPlaylistFile } from './read-playlist-file.ts'

const text = string({ unit: 'binary', minLength: 1, maxLength: 60 }).map(
  (raw) => cleanText(raw) ?? 'x',
)
const tracks = array(
  record({
    id: uuid(),
    title: text,
    artist: text,
    album: option(text, { nil: undefined }),
    durationMs: nat({ max: 10_000 }).map((seconds) => (seconds + 1) * 1_000),
  }),
  { maxLength: 8 },
)
const plain = (file: PlaylistFile | null) =>
  file && {
    name: file.name,
    entries: file.entries.map((entry) => JSON.parse(JSON.stringify({ ...entry, path: undefined }))),
  }

test('reads from M3U8 all that was written into it', () => {
  assert(
    property(text, tracks, (name, entries) => {
      const file = { name, description: null, entries } as PlaylistFile
      expect(plain(parseM3u(writeM3u(file)))).toEqual(plain(file))
    }),
  )
})

test('reads from JSON all that was written into it', () => {
  assert(
    property(text, tracks, (name, entries) => {
      const file = { name, description: 'Two\nlines', entries } as PlaylistFile
      const read = parseJson(writeJson(file, new Date()))
      expect(plain(read)).toEqual(plain(file))
      expect(read?.description).toBe('Two\nlines')
    }),
  )
})

test('makes something or nothing of any text, and no failure', () => {
  assert(
    property(string({ unit: 'binary' }), json(), (anything, value) => {
      parseM3u(anything)
      parseM3u(`#EXTM3U\n#EXTINF:${anything}\n${anything}`)
      expect(parseJson(anything)).toBeNull()
      parseJson(value)
      parseJson(`{"format":"segue-playlist","version":1,"tracks":${value}}`)
    }),
  )
})

describe('an M3U', () => {
  test('is read as other programs write it', () => {
    const file = parseM3u(
      '\uFEFF#EXTM3U\r\n#PLAYLIST:Late\r\n#EXTINF:123 tvg-id="a,b" x="1",Ann - Low Tide\r\n' +
        '#EXTVLCOPT:network-caching=1000\r\nAnn/Sea/01 - Low Tide.flac\r\n\r\n' +
        '#EXTINF:-1,밤편지\r\nhttp://example.com/a.mp3\r\n# a comment\r\nJust/A/Path.mp3\r\n',
    )
    expect(file).toEqual({
      name: 'Late',
      description: null,
      entries: [
        {
          artist: 'Ann',
          title: 'Low Tide',
          durationMs: 123_000,
          path: 'Ann/Sea/01 - Low Tide.flac',
        },
        { title: '밤편지', path: 'http://example.com/a.mp3' },
        { path: 'Just/A/Path.mp3' },
      ],
    })
  })

  test('loses no description that has no file behind it', () => {
    const { entries } = parseM3u(
      '#EXTINF:1,A - One\n#EXTINF:2,A - Two\ntwo.mp3\n#EXTINF:3,A - Three',
    )
    expect(entries.map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
  })

  test('of absurd size is read as far as a playlist goes', () => {
    const line = `${'a'.repeat(30)}.mp3\n`
    expect(parseM3u(line.repeat(20_000)).entries).toHaveLength(10_000)
    expect(parseM3u(`${'x'.repeat(1_000_000)}\nok.mp3`).entries).toEqual([{ path: 'ok.mp3' }])
    expect(parseM3u(`#EXTINF:1,${'"'.repeat(9_000)}\nok.mp3`).entries).toHaveLength(1)
  })
})

test.each([
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...Buffer.from('밤편지 é')], '밤편지 é'],
  ['UTF-16', [0xff, 0xfe, ...Buffer.from('밤 é', 'utf16le')], '밤 é'],
  ['Latin-1', [...Buffer.from('Beyoncé - Noël', 'latin1')], 'Beyoncé - Noël'],
  [
    'the Korean code page',
    [0xb9, 0xe3, 0xc6, 0xed, 0xc1, 0xf6, 0x2e, 0x6d, 0x70, 0x33],
    '밤편지.mp3',
  ],
])('reads %s', (_, bytes, expected) => {
  expect(decodeText(Uint8Array.from(bytes)).replace('\uFEFF', '')).toBe(expected)
})

describe('a file', () => {
  const read = (name: string, ...parts: BlobPart[]) => readPlaylistFile(new File(parts, name))

  test('names the playlist where it has no name of its own', async () => {
    expect(await read('On the way.m3u8', 'a.mp3')).toMatchObject({ name: 'On the way' })
  })

  test('that is something else is told apart', async () => {
    expect(await read('song.m3u', new Uint8Array([1, 2, 0, 0, 3]))).toBe('unknown')
    expect(await read('notes.txt', 'Some\nlines')).toBe('unknown')
    expect(await read('other.json', '{"tracks":[]}')).toBe('unknown')
    expect(await read('later.json', '{"format":"segue-playlist","version":2,"tracks":[]}')).toBe(
      'unknown',
    )
    expect(await read('nothing.m3u', '#EXTM3U\n')).toBe('empty')
    expect(await read('huge.m3u', new Uint8Array(11 * 1024 ** 2).fill(0x61))).toBe('tooLarge')
  })
})
