import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { Track } from '../tracks/track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const em = () => app.services.orm.em.fork()
const trackIds = await shelve(em(), { title: 'One' }, { title: 'Two' }, { title: 'Three' })

type SaveInput = RouterInputs['queue']['save']

/** A device of its own, whose clock goes on by one at each save. */
function device(name: string) {
  const own = { deviceId: v7(), deviceName: name }
  let clock = 1_000
  return {
    id: own.deviceId,
    queue: (more: Partial<SaveInput> = {}): SaveInput => ({
      ...own,
      trackIds,
      baseRevision: 0,
      position: 0,
      positionMs: 0,
      changedAt: ++clock,
      ...more,
    }),
    place: (revision: number, position: number, positionMs: number) => ({
      deviceId: own.deviceId,
      changedAt: ++clock,
      revision,
      position,
      positionMs,
    }),
  }
}

describe('the queue of a listener', () => {
  it('is not there before the first save', async () => {
    const { api } = await app.signIn()
    expect(await api.queue.get()).toBeNull()
    expect(await api.queue.status()).toBeNull()
    const progress = api.queue.progress(device('Phone').place(1, 0, 0))
    expect(await refusal(progress)).toEqual({ code: 'NOT_FOUND', reason: 'not_found' })
  })

  it('comes back as it was saved, with whole tracks', async () => {
    const { api } = await app.signIn()
    const phone = device('Phone')
    const rest = {
      list: { of: 'tracks' as const, input: { genre: 'Jazz', sort: 'title' as const } },
      cursor: 'abc',
      except: [trackIds[0] ?? ''],
    } satisfies SaveInput['rest']
    const source = { kind: 'genre', name: 'Jazz' } as const
    const more = { position: 1, positionMs: 151_000, repeat: 'all', seed: -5, source } as const
    const saved = await api.queue.save(phone.queue({ ...more, added: [2], rest }))
    const mark = { device: { id: phone.id, name: 'Phone' }, updatedAt: expect.any(String) }
    expect(saved).toEqual({ ...mark, revision: 1, saved: true })
    const { items } = await api.tracks.list({ sort: 'oldest' })
    expect(await api.queue.get()).toEqual({
      ...mark,
      ...more,
      rest,
      added: [2],
      revision: 1,
      tracks: items,
    })
    expect(await api.queue.status()).toEqual({
      ...mark,
      revision: 1,
      track: items[1],
      positionMs: 151_000,
    })
  })

  it('is kept for each listener apart', async () => {
    const [one, other] = [await app.signIn(), await app.signIn()]
    await one.api.queue.save(device('Phone').queue())
    expect(await other.api.queue.get()).toBeNull()
    expect(await other.api.queue.status()).toBeNull()
  })

  it('can be emptied', async () => {
    const { api } = await app.signIn()
    const phone = device('Phone')
    await api.queue.save(phone.queue())
    await api.queue.save(phone.queue({ trackIds: [], baseRevision: 1 }))
    expect(await api.queue.get()).toMatchObject({ tracks: [], position: 0 })
    expect(await api.queue.status()).toMatchObject({ track: null })
  })

  it('shows a removed track as not available and passes over one that was erased', async () => {
    const { api } = await app.signIn()
    const [removed = '', erased = '', kept = ''] = await shelve(
      em(),
      { title: 'Removed', removedAt: new Date() },
      { title: 'Erased' },
      { title: 'Kept' },
    )
    const phone = device('Phone')
    const queue = { trackIds: [removed, erased, kept], position: 1, positionMs: 9_000, added: [2] }
    await api.queue.save(phone.queue(queue))
    await em().nativeDelete(Track, { id: erased })
    const { tracks, ...rest } = (await api.queue.get()) ?? { tracks: [] }
    expect(tracks.map(({ id, available }) => [id, available])).toEqual([
      [removed, false],
      [kept, true],
    ])
    expect(rest).toMatchObject({ position: 1, positionMs: 0, added: [1] })
    expect(await api.queue.status()).toMatchObject({ track: null })
  })

  it('holds a thousand entries and no more', async () => {
    const { api } = await app.signIn()
    const phone = device('Phone')
    const many = Array.from({ length: 1_000 }, () => trackIds[0] ?? '')
    await api.queue.save(phone.queue({ trackIds: many, position: 999 }))
    expect((await api.queue.get())?.tracks).toHaveLength(1_000)
    const tooMany = api.queue.save(phone.queue({ trackIds: [...many, v7()] }))
    expect(await refusal(tooMany)).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('refuses a position outside of it, and text that is none', async () => {
    const { api } = await app.signIn()
    const phone = device('Phone')
    for (const broken of [
      { position: 3 },
      { positionMs: -1 },
      { trackIds: ['x'] },
      { source: { kind: 'album', name: '\0' } },
      { rest: { list: { of: 'favorites' }, cursor: '\uD800', except: [] } },
    ] as Partial<SaveInput>[])
      expect(await refusal(api.queue.save(phone.queue(broken)))).toMatchObject({
        code: 'BAD_REQUEST',
      })
  })
})

describe('a queue on two devices', () => {
  it('is taken over by who has seen the newest, and by nobody else', async () => {
    const { api } = await app.signIn()
    const [phone, desk] = [device('Phone'), device('Desk')]
    await api.queue.save(phone.queue())
    const stale = await api.queue.save(desk.queue({ position: 2 }))
    expect(stale).toMatchObject({ saved: false, revision: 1, device: { name: 'Phone' } })
    expect(await api.queue.get()).toMatchObject({ position: 0, device: { name: 'Phone' } })

    const taken = await api.queue.save(desk.queue({ position: 2, baseRevision: 1 }))
    expect(taken).toMatchObject({ saved: true, revision: 2, device: { name: 'Desk' } })
    const told = await api.queue.save(phone.queue({ baseRevision: 1 }))
    expect(told).toMatchObject({ saved: false, revision: 2, device: { name: 'Desk' } })
    expect(await api.queue.get()).toMatchObject({ position: 2 })
  })

  it('tells the one that played of the other by its progress', async () => {
    const { api } = await app.signIn()
    const [phone, desk] = [device('Phone'), device('Desk')]
    await api.queue.save(phone.queue())
    expect(await api.queue.progress(phone.place(1, 1, 5_000))).toMatchObject({ saved: true })
    expect(await api.queue.status()).toMatchObject({ revision: 1, positionMs: 5_000 })
    await api.queue.save(desk.queue({ baseRevision: 1 }))
    expect(await api.queue.progress(phone.place(1, 2, 9_000))).toMatchObject({
      saved: false,
      device: { name: 'Desk' },
    })
    expect(await api.queue.status()).toMatchObject({ revision: 2, positionMs: 0 })
  })

  it('has one owner, however many save at once', async () => {
    const { api, request } = await app.signIn()
    const devices = Array.from({ length: 8 }, (_, at) => device(`Device ${at}`))
    const saves = await Promise.all(
      devices.map(({ queue }) => app.client({ cookie: request.cookie }).api.queue.save(queue())),
    )
    const winners = saves.filter(({ saved }) => saved)
    expect(winners).toHaveLength(1)
    expect(await api.queue.status()).toMatchObject({ device: winners[0]?.device, revision: 1 })
  })
})

describe('a save that is sent again', () => {
  it('changes nothing the second time', async () => {
    const { api } = await app.signIn()
    const phone = device('Phone')
    const queue = phone.queue()
    const first = await api.queue.save(queue)
    expect(await api.queue.save(queue)).toEqual(first)
    const place = phone.place(1, 1, 7_000)
    await api.queue.progress(place)
    expect(await api.queue.progress(place)).toMatchObject({ saved: true, revision: 1 })
  })

  it('does not bring back what the same device has changed since', async () => {
    const { api } = await app.signIn()
    const phone = device('Phone')
    const [early, late] = [phone.queue({ position: 0 }), phone.queue({ position: 2 })]
    await api.queue.save(late)
    expect(await api.queue.save(early)).toMatchObject({ saved: true, revision: 1 })
    expect(await api.queue.get()).toMatchObject({ position: 2 })
  })

  it('does not take the queue back from another device', async () => {
    const { api } = await app.signIn()
    const [phone, desk] = [device('Phone'), device('Desk')]
    const queue = phone.queue()
    await api.queue.save(queue)
    await api.queue.save(desk.queue({ baseRevision: 1, position: 1 }))
    expect(await api.queue.save(queue)).toMatchObject({ saved: false, revision: 2 })
    expect(await api.queue.get()).toMatchObject({ position: 1 })
  })
})
