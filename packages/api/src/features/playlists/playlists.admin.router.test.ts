import { v7 } from 'uuid'
import { afterAll, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import type { PlaylistDto } from './playlist.dto.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const [track = ''] = await shelve(app.services.orm.em.fork(), { title: 'One' })
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

/** A new listener with a playlist of these tracks. */
async function listenerWith(trackIds: string[], isPublic = false) {
  const listener = await app.signIn()
  const { id } = await listener.api.playlists.create({ name: 'Evening', isPublic })
  if (trackIds.length > 0) await listener.api.playlists.add({ id, trackIds })
  return { ...listener, id }
}
for (let count = 0; count < 4; count++) await listenerWith([])

it('finds playlists of all by name, owner and whether they are public', async () => {
  const { api } = await app.signIn('admin')
  const [shy, loud] = [await listenerWith([track]), await listenerWith([], true)]
  await shy.api.playlists.update({ id: shy.id, name: 'Café 100%_' })
  const found = async (input: RouterInputs['admin']['playlists']['list']) =>
    (await api.admin.playlists.list(input)).items.map(({ id }) => id)
  expect(await found({ q: 'cafe 100%_' })).toEqual([shy.id])
  expect(await found({ q: `CAFÉ ${shy.user.email.toUpperCase()}` })).toEqual([shy.id])
  expect(await found({ q: `cafe ${loud.user.email}` })).toEqual([])
  expect(await found({ userId: loud.user.id })).toEqual([loud.id])
  expect(await found({ userId: loud.user.id, isPublic: false })).toEqual([])
  expect(await found({ userId: shy.user.id, isPublic: false })).toEqual([shy.id])
  expect((await api.admin.playlists.list({ userId: shy.user.id })).items[0]).toEqual(
    await shy.api.playlists.byId({ id: shy.id }),
  )
})

it.each(['newest', 'oldest', 'name', 'updated'] as const)(
  'lists each playlist once by %s, page after page',
  async (sort) => {
    const { api } = await app.signIn('admin')
    const whole = await api.admin.playlists.list({ sort, q: 'evening', limit: 100 })
    const paged: PlaylistDto[] = []
    let cursor: string | undefined
    do {
      const page = await api.admin.playlists.list({ sort, q: 'evening', limit: 3, cursor })
      paged.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole.items)
    expect(paged.length).toBeGreaterThan(3)
  },
)

it('changes a playlist as its owner does, or removes it', async () => {
  const { api } = await app.signIn('admin')
  const { id, api: owner } = await listenerWith([track], true)
  expect(await api.admin.playlists.update({ id, name: 'Renamed', isPublic: false })).toMatchObject({
    name: 'Renamed',
    isPublic: false,
    slug: null,
    trackCount: 1,
  })
  expect(await refusal(api.admin.playlists.update({ id: v7(), name: 'x' }))).toEqual(notFound)
  expect(await api.admin.playlists.remove({ ids: [id, v7()] })).toEqual({ count: 1 })
  expect(await refusal(owner.playlists.byId({ id }))).toEqual(notFound)
})

it('removes playlists once when many admins remove the same at once, in any order', async () => {
  const owner = await app.signIn()
  const keepers = await Promise.all(Array.from({ length: 4 }, () => app.signIn('admin')))
  const ids: string[] = []
  for (let at = 0; at < 60; at++)
    ids.push((await owner.api.playlists.create({ name: `Going ${at}` })).id)
  const answers = await Promise.all(
    keepers.map(({ api }, at) =>
      api.admin.playlists.remove({ ids: at % 2 ? ids : ids.toReversed() }),
    ),
  )
  expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  expect((await owner.api.playlists.list({})).items).toEqual([])
})
