import { createHash, randomUUID } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import { testApp } from '../../test/test-app.ts'
import { Album } from '../albums/album.entity.ts'
import { Artist } from '../artists/artist.entity.ts'
import { insertTrack, type NewTrack } from './insert-track.ts'
import { unknownLoudness } from './track-loudness.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

function track(artist: string, albumArtist: string): NewTrack {
  const objectKey = `audio/${randomUUID()}`
  const sha256 = createHash('sha256').update(objectKey).digest('hex')
  return {
    upload: { sha256, sizeBytes: 1 },
    objectKey,
    inspection: { contentType: 'audio/flac', codec: 'FLAC', bitrate: 900_000.4 },
    description: {
      title: 'Untitled',
      artist,
      album: 'Split',
      albumArtist,
      genre: null,
      year: null,
      trackNumber: null,
      discNumber: null,
    },
    cover: null,
    durationMs: 1_000,
    loudness: unknownLoudness,
  }
}

describe('insertTrack', () => {
  it('makes artists and albums once among transactions at once that name them crosswise', async () => {
    const em = app.services.orm.em.fork()
    for (let round = 0; round < 8; round++) {
      const [one, other] = [`One ${round}`, `Other ${round}`]
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          em
            .fork()
            .transactional((tx) =>
              insertTrack(tx, index % 2 ? track(one, other) : track(other, one)),
            ),
        ),
      )
    }
    expect(await em.count(Artist)).toBe(16)
    expect(await em.count(Album)).toBe(16)
  })
})
