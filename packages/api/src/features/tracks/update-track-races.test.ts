import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { testApp } from '../../test/test-app.ts'
import { Track } from './track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const { api } = await app.signIn('admin')

async function newTrack(): Promise<string> {
  const [id = ''] = await shelve(em(), { title: 'Untouched' })
  return id
}

describe('two updates at once', () => {
  it('end in one of them, never mixed', async () => {
    const id = await newTrack()
    for (let round = 0; round < 5; round++) {
      const versions = Array.from({ length: 10 }, (_, n) => ({
        title: `Title ${n}`,
        artist: `Artist ${n}`,
        album: `Album ${n}`,
        albumArtist: `Maker ${n}`,
        genre: `Genre ${n}`,
        year: 1990 + n,
      }))
      const answers = await Promise.all(
        versions.map((version) => api.tracks.update({ id, ...version })),
      )
      const { title, artist, album, genre, year } = await api.tracks.byId({ id })
      const [n = ''] = /\d+$/.exec(title) ?? []
      expect([artist.name, album?.title, genre, year]).toEqual([
        `Artist ${n}`,
        `Album ${n}`,
        `Genre ${n}`,
        1990 + Number(n),
      ])
      expect(answers).toHaveLength(10)
      const { searchText } = await em().findOneOrFail(Track, { id })
      expect(searchText).toBe(`title ${n}\nartist ${n}\nalbum ${n}\nmaker ${n}`)
    }
  })

  it('keep both of what does not meet', async () => {
    const id = await newTrack()
    await Promise.all([
      api.tracks.update({ id, genre: 'Jazz' }),
      api.tracks.update({ id, year: 1959 }),
      api.tracks.update({ id, title: 'So What' }),
    ])
    expect(await api.tracks.byId({ id })).toMatchObject({
      genre: 'Jazz',
      year: 1959,
      title: 'So What',
    })
  })

  it('of tracks that change places between albums wait for each other, and end', async () => {
    const [artist, one, other] = ['Mover', 'From here', 'To there']
    const ids = await shelve(
      em(),
      ...Array.from({ length: 8 }, (_, n) => ({ title: 'T', artist, album: n % 2 ? one : other })),
    )
    for (let round = 0; round < 4; round++)
      await Promise.all(
        ids.map((id, n) => api.tracks.update({ id, album: (n + round) % 2 ? other : one })),
      )
    const { items } = await api.albums.list({ q: artist })
    expect(items.map(({ trackCount }) => trackCount)).toEqual([4, 4])
  })
})
