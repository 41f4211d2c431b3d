import { v7 } from 'uuid'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { readEntries, squeezeEntries } from '../../test/playlists.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { sweepPlaylists } from './sweep-playlists.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const tracks = await shelve(em(), ...['A', 'B', 'C', 'D', 'E'].map((title) => ({ title })))
const owner = await app.signIn()
const { api } = owner
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }
const inMonths = (count: number) => new Date(Date.now() + count * 31 * 86_400_000)

let id = ''
beforeEach(async () => {
  id = (await api.playlists.create({ name: 'Undone', isPublic: true })).id
  await api.playlists.add({ id, trackIds: tracks })
})

const read = () => readEntries(owner, id)
const letters = async () =>
  (await api.playlists.tracks({ id })).items.map(({ track }) => track.title).join('')

describe('entries that were taken out', () => {
  it('come back as they were: their places, ids and times', async () => {
    const before = (await api.playlists.tracks({ id })).items
    const [, b, , d] = before.map(({ entryId }) => entryId)
    const entryIds = [d ?? '', b ?? '']
    await api.playlists.removeTracks({ id, entryIds })
    expect(await letters()).toBe('ACE')
    expect(await api.playlists.restoreEntries({ id, entryIds })).toEqual({
      restored: 2,
      trackCount: 5,
    })
    expect((await api.playlists.tracks({ id })).items).toEqual(before)
  })

  it('come back between their neighbours after the others were moved, added and renumbered', async () => {
    const [a, b, c] = (await read()).map(({ entryId }) => entryId)
    await api.playlists.removeTracks({ id, entryIds: [b ?? ''] })
    await squeezeEntries(em(), id)
    const { entryIds } = await api.playlists.add({ id, trackIds: tracks.slice(0, 2) })
    await api.playlists.move({ id, entryIds, beforeEntryId: c ?? '' })
    await api.playlists.move({ id, entryIds: [a ?? ''], beforeEntryId: null })
    await api.playlists.restoreEntries({ id, entryIds: [b ?? ''] })
    expect(await letters()).toBe('BABCDEA')
  })

  it('count once, and only for their owner', async () => {
    const [a = ''] = (await read()).map(({ entryId }) => entryId)
    await api.playlists.removeTracks({ id, entryIds: [a] })
    const { api: other } = await app.signIn()
    expect(await refusal(other.playlists.restoreEntries({ id, entryIds: [a] }))).toEqual(notFound)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.playlists.restoreEntries({ id, entryIds: [a, v7()] })),
    )
    expect(answers.map(({ restored }) => restored).toSorted()).toEqual([0, 0, 0, 0, 1])
    expect(await letters()).toBe('ABCDE')
  })

  it('are no duplicates of what is added, nor covers, nor counted meanwhile', async () => {
    const all = await read()
    await api.playlists.removeTracks({ id, entryIds: all.map(({ entryId }) => entryId) })
    expect(await api.playlists.byId({ id })).toMatchObject({ trackCount: 0, durationMs: 0 })
    expect(await api.playlists.contains({ id, trackIds: tracks })).toEqual({ trackIds: [] })
    const added = await api.playlists.add({ id, trackIds: tracks, onDuplicate: 'skip' })
    expect(added).toMatchObject({ added: 5, trackCount: 5 })
    const moved = api.playlists.move({ id, entryIds: [all[0]?.entryId ?? ''], beforeEntryId: null })
    expect(await refusal(moved)).toEqual(notFound)
  })

  it('are forgotten after a month', async () => {
    const [a = ''] = (await read()).map(({ entryId }) => entryId)
    await api.playlists.removeTracks({ id, entryIds: [a] })
    await sweepPlaylists(app.services)
    expect((await api.playlists.restoreEntries({ id, entryIds: [a] })).restored).toBe(1)
    await api.playlists.removeTracks({ id, entryIds: [a] })
    await sweepPlaylists(app.services, inMonths(1))
    expect((await api.playlists.restoreEntries({ id, entryIds: [a] })).restored).toBe(0)
    expect(await letters()).toBe('BCDE')
  })
})

describe('a removed playlist', () => {
  it('is gone for everyone, and comes back as it was', async () => {
    const before = await api.playlists.byId({ id })
    const slug = before.slug ?? ''
    const entries = await read()
    await api.playlists.remove({ id })
    const anyone = app.client().api
    const gone = [
      api.playlists.byId({ id }),
      api.playlists.tracks({ id }),
      api.playlists.update({ id, name: 'No' }),
      api.playlists.add({ id, trackIds: tracks }),
      api.playlists.duplicate({ id }),
      api.playlists.contains({ id, trackIds: tracks }),
      api.playlists.remove({ id }),
      anyone.playlists.bySlug({ slug }),
      anyone.playlists.tracks({ id }),
    ]
    expect(await Promise.all(gone.map(refusal))).toEqual(gone.map(() => notFound))
    expect(await anyone.playlists.shared({ slug })).toEqual({ playlist: null })
    expect((await api.playlists.list({})).items.map((each) => each.id)).not.toContain(id)

    const { api: other } = await app.signIn()
    expect(await refusal(other.playlists.restore({ id }))).toEqual(notFound)
    expect(await api.playlists.restore({ id })).toEqual(before)
    expect(await read()).toEqual(entries)
    expect(await anyone.playlists.shared({ slug })).toEqual({ playlist: before })
    expect(await refusal(api.playlists.restore({ id }))).toEqual(notFound)
  })

  it('is listed for its owner alone, the last removed first, until it is back', async () => {
    const { api: mine } = await app.signIn()
    const before = await Promise.all(['One', 'Two'].map((name) => mine.playlists.create({ name })))
    for (const playlist of before) await mine.playlists.remove({ id: playlist.id })
    const deleted = await mine.playlists.deleted()
    expect(deleted).toMatchObject(before.toReversed())
    for (const { removedAt, keptUntil } of deleted)
      expect(Date.parse(keptUntil) - Date.parse(removedAt)).toBe(30 * 86_400_000)
    expect((await api.playlists.deleted()).map((each) => each.name)).not.toContain('One')
    await mine.playlists.restore({ id: before[0]?.id ?? '' })
    expect((await mine.playlists.deleted()).map(({ name }) => name)).toEqual(['Two'])
  })

  it('is deleted with its entries after a month', async () => {
    await api.playlists.remove({ id })
    await sweepPlaylists(app.services)
    await api.playlists.restore({ id })
    await api.playlists.remove({ id })
    await sweepPlaylists(app.services, inMonths(1))
    expect(await refusal(api.playlists.restore({ id }))).toEqual(notFound)
    const left = 'select 1 from playlist_tracks where playlist_id = ?'
    expect(await em().execute(left, [id])).toEqual([])
  })
})

describe('a copy', () => {
  it('has the same entries, is private and lives by itself', async () => {
    const original = await api.playlists.byId({ id })
    const [a = ''] = (await read()).map(({ entryId }) => entryId)
    await api.playlists.removeTracks({ id, entryIds: [a] })
    const reader = await app.signIn()
    const copy = await reader.api.playlists.duplicate({ id, name: 'Mine now' })
    expect(copy).toMatchObject({ name: 'Mine now', isPublic: false, slug: null, trackCount: 4 })
    expect(copy.owner.id).toBe(reader.user.id)
    const times = async (from: string) =>
      (await reader.api.playlists.tracks({ id: from })).items.map(({ track, addedAt }) => [
        track.title,
        addedAt,
      ])
    expect(await times(copy.id)).toEqual(await times(id))
    await reader.api.playlists.remove({ id: copy.id })
    expect((await api.playlists.byId({ id })).slug).toBe(original.slug)
    await api.playlists.update({ id, isPublic: false })
    expect(await refusal(reader.api.playlists.duplicate({ id }))).toEqual(notFound)
  })
})

describe('a move after an entry', () => {
  it('puts entries right behind it, whatever follows', async () => {
    const [a = '', b = '', c = '', , e = ''] = (await read()).map(({ entryId }) => entryId)
    const to = { id, beforeEntryId: null }
    await api.playlists.move({ ...to, entryIds: [a, c], afterEntryId: b })
    expect(await letters()).toBe('BACDE')
    await api.playlists.move({ ...to, entryIds: [b], afterEntryId: e })
    expect(await letters()).toBe('ACDEB')
    const invalid = { code: 'BAD_REQUEST', reason: 'input_invalid' }
    for (const input of [
      { ...to, entryIds: [a], afterEntryId: a },
      { id, entryIds: [a], beforeEntryId: b, afterEntryId: e },
    ])
      expect(await refusal(api.playlists.move(input))).toMatchObject(invalid)
    expect(await refusal(api.playlists.move({ ...to, entryIds: [a], afterEntryId: v7() }))).toEqual(
      notFound,
    )
  })
})
