import { afterAll, describe, expect, it } from 'vitest'

import { hashSessionId } from '../../credentials/lucia-adapter.ts'
import { fillShelf, missing, ownerOfEverything } from '../../test/belongings.ts'
import { testApp } from '../../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const shelf = await fillShelf(em())
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

describe('me.exportData', () => {
  it('has everything stored about the caller, and nothing else', async () => {
    const { api, own } = await ownerOfEverything(app, shelf, 'listener')
    await api.me.update({ locale: 'ko-KR' })
    const first = { trackId: shelf.trackId, title: 'First', artist: 'The Shelved' }
    const second = { ...first, trackId: shelf.otherTrackId, title: 'Second' }
    const device = { deviceName: null, userAgent: null, createdAt: instant, lastUsedAt: instant }
    const times = { createdAt: instant, updatedAt: instant, removedAt: null }
    const playlist = { name: 'Kept', description: 'Mine', ...times }
    const entry = { addedAt: instant, removedAt: null }
    const upload = {
      state: 'open',
      filename: 'file',
      sizeBytes: expect.any(Number),
      sha256: null,
      createdAt: instant,
      expiresAt: instant,
    }
    const data = await api.me.exportData()
    expect(data).toEqual({
      exportedAt: instant,
      profile: { ...(await api.me.get()), locale: 'ko-KR', lastSeenAt: instant },
      sessions: [
        { ...device, id: own.signInId, current: false },
        { ...device, id: expect.any(String), current: true },
      ],
      addresses: [{ address: '127.0.0.1', signedInAt: instant }],
      passwordResets: [{ createdAt: instant, expiresAt: instant }],
      favorites: [{ ...first, favoritedAt: instant }],
      history: [
        {
          ...first,
          playId: own.playId,
          playedAt: instant,
          positionMs: 0,
          listenedMs: 0,
          completed: false,
          source: null,
        },
      ],
      playlists: [
        {
          ...playlist,
          id: own.playlistId,
          isPublic: false,
          slug: null,
          entries: [
            { ...first, entryId: own.entryId, ...entry },
            { ...second, entryId: own.otherEntryId, ...entry },
            { ...first, entryId: own.removedEntryId, ...entry, removedAt: instant },
          ],
        },
        {
          ...playlist,
          id: own.publicPlaylistId,
          isPublic: true,
          slug: own.slug,
          entries: [{ ...first, entryId: expect.any(String), ...entry }],
        },
        {
          ...playlist,
          id: own.removedPlaylistId,
          isPublic: false,
          slug: null,
          removedAt: instant,
          entries: [],
        },
      ],
      queue: {
        tracks: [first, second],
        position: 0,
        positionMs: 1_000,
        repeat: 'off',
        source: null,
        deviceName: 'Kitchen',
        updatedAt: instant,
      },
      uploads: expect.toSatisfy((uploads: unknown[]) => uploads.length === 3),
    })
    expect(data.uploads).toEqual(
      expect.arrayContaining([
        { ...upload, id: own.avatarUploadId, kind: 'avatar', contentType: 'image/png' },
        { ...upload, id: own.coverUploadId, kind: 'cover', contentType: 'image/png' },
        {
          ...upload,
          id: own.audioUploadId,
          kind: 'audio',
          contentType: 'audio/wav',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]),
    )
  })

  it("holds no secret, and nothing of anybody else's", async () => {
    const other = await ownerOfEverything(app, shelf)
    const { api, own, request } = await ownerOfEverything(app, shelf, 'listener')
    const text = JSON.stringify(await api.me.exportData())
    const cookie = request.cookie?.split('=')[1] ?? ''
    for (const secret of [cookie, own.refreshToken, own.resetToken]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(hashSessionId(secret))
    }
    expect(text).not.toMatch(/argon2|passwordHash|uploadKey|uploads\//)
    expect(text).not.toContain(other.own.email)
    for (const field of Object.keys(missing()))
      expect(text).not.toContain(other.own[field as keyof typeof other.own])
  })

  it('says where a play came from, and keeps what was removed', async () => {
    const { api, own } = await ownerOfEverything(app, shelf, 'listener')
    const source = { kind: 'playlist', id: own.playlistId } as const
    await api.stream.start({ trackId: shelf.otherTrackId, source })
    await api.playlists.remove({ id: own.playlistId })
    const { history } = await api.me.exportData()
    expect(history.map((play) => play.source)).toEqual([null, source])
  })

  it('is whole for who played 100,000 tracks', async () => {
    const { api, user } = await app.signIn()
    await em().execute(
      `insert into plays (id, user_id, track_id, played_at, position_ms, listened_ms, completed)
       select gen_random_uuid(), ?, ?, now(), 0, n, false from generate_series(1, 100000) n`,
      [user.id, shelf.trackId],
    )
    const { history } = await api.me.exportData()
    expect(new Set(history.map(({ playId }) => playId)).size).toBe(100_000)
    expect(history.reduce((sum, { listenedMs }) => sum + listenedMs, 0)).toBe(5_000_050_000)
  }, 60_000)
})
