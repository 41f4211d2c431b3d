import { expect, it } from 'vitest'

import { folderTags } from './folder-tags.ts'

const untagged = { hasArtist: false, hasAlbum: false, hasPicture: false }

function tagsAt(folder: string, tags = untagged) {
  const folders = folder
    .split('/')
    .filter(Boolean)
    .map((name) => Buffer.from(name))
  return folderTags(
    { path: Buffer.from(''), name: Buffer.from('a.wav'), folders, sizeBytes: 1 },
    tags,
  )
}

it.each([
  ['Ada/Dawn', { artist: 'Ada', album: 'Dawn' }],
  ['Classical/Ada/Dawn/CD 2', { artist: 'Ada', album: 'Dawn' }],
  ['아이유/밤_편지', { artist: '아이유', album: '밤 편지' }],
  ['Various Artists/Hits', { albumArtist: 'Various Artists', album: 'Hits' }],
])('reads artist and album off %s', (folder, found) => {
  expect(tagsAt(folder)).toEqual(found)
})

it.each(['', 'Dawn', 'Music/Dawn', 'Ada/Downloads', 'Ada/CD1', '---/Dawn', 'Ada/\ufffd'])(
  'reads nothing off "%s"',
  (folder) => {
    expect(tagsAt(folder)).toEqual({})
  },
)

it('leaves what the tags say to the tags', () => {
  expect(tagsAt('Ada/Dawn', { ...untagged, hasArtist: true })).toEqual({ album: 'Dawn' })
  expect(tagsAt('Ada/Dawn', { ...untagged, hasAlbum: true })).toEqual({ artist: 'Ada' })
  expect(tagsAt('Ada/Dawn', { ...untagged, hasArtist: true, hasAlbum: true })).toEqual({})
})
