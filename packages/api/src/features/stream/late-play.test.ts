import { afterAll, describe, expect, it } from 'vitest'

import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { addTrack } from '../../test/tracks.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const admin = await app.signIn('admin')
const trackId = (await addTrack(admin)).track.id
const otherId = (await addTrack(admin)).track.id

describe('a play that is told of later', () => {
  const hour = 3_600_000
  const at = (agoMs: number) => new Date(Date.now() - agoMs).toISOString()

  it('stands in the history at the time it was begun', async () => {
    const { api } = await app.signIn()
    const { playId: recent } = await api.stream.start({ trackId })
    const playedAt = at(30 * hour)
    const { playId } = await api.stream.start({ trackId, playedAt })
    expect((await api.history.list({})).items).toMatchObject([
      { playId: recent },
      { playId, playedAt },
    ])
  })

  it('is told of once, however often it is tried', async () => {
    const { api } = await app.signIn()
    for (let plays = 0; plays < 6; plays++) await api.stream.start({ trackId })
    const late = { trackId, playedAt: at(30 * hour), attemptId: crypto.randomUUID() }
    const { playId } = await api.stream.start(late)
    expect((await api.stream.start(late)).playId).toBe(playId)
    expect((await api.history.list({})).items).toHaveLength(7)
  })

  it('was begun now at the latest, and at most 30 days ago', async () => {
    const { api } = await app.signIn()
    await api.stream.start({ trackId, playedAt: at(-48 * hour) })
    const { items } = await api.history.list({})
    expect(Date.parse(items[0]?.playedAt ?? '')).toBeLessThanOrEqual(Date.now())
    for (const playedAt of [at(31 * 24 * hour), 'yesterday'])
      expect(await refusal(api.stream.start({ trackId, playedAt }))).toMatchObject({
        reason: 'input_invalid',
      })
  })

  it('is of who tells of it and of its track alone, whoever sends the same attempt', async () => {
    const [mine, theirs] = [(await app.signIn()).api, (await app.signIn()).api]
    const late = { trackId, playedAt: at(30 * hour), attemptId: crypto.randomUUID() }
    const own = await mine.stream.start(late)
    const other = await theirs.stream.start(late)
    expect(other.playId).not.toBe(own.playId)
    const another = await mine.stream.start({ ...late, trackId: otherId })
    expect(another.playId).not.toBe(own.playId)
  })

  it.each([
    ['late', { playedAt: at(30 * hour) }],
    ['now', {}],
  ])('is one where it is told of twice at once: %s', async (_, when) => {
    const { api } = await app.signIn()
    const start = { trackId, attemptId: crypto.randomUUID(), ...when }
    const plays = await Promise.all([1, 2, 3, 4].map(() => api.stream.start(start)))
    expect(new Set(plays.map(({ playId }) => playId)).size).toBe(1)
    expect((await api.history.list({})).items).toHaveLength(1)
  })
})
