import { join } from 'node:path'

import { expect, it, onTestFinished, vi } from 'vitest'

import { result } from '../test/calls.ts'
import { startServer } from '../test/server-process.ts'
import { startStoreProcess, storeSettings } from '../test/store-process.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { Account, audio, reasonOf, sha256, unlimited } from './account.ts'

vi.setConfig({ testTimeout: 120_000 })

interface Stream {
  url: string
  playId: string
}

it('says so where it needs a store that was stopped, goes on with the rest, and recovers by itself', async () => {
  const folder = await temporaryFolder()
  const objects = join(folder, 'objects')
  const first = await startStoreProcess(objects)
  onTestFinished(() => first.kill())
  const server = await startServer({
    settings: {
      ...unlimited,
      DATA_DIR: join(folder, 'data'),
      ...(await storeSettings(objects, first.endpoint)),
    },
  })
  onTestFinished(() => server.stop())
  const admin = await Account.admin(server.url)
  const bytes = audio(1)
  const trackId = await admin.addTrack(bytes)
  const start = () => admin.mutate('stream.start', { trackId })
  const ready = async () => (await fetch(`${server.url}/readyz`)).text()
  const { playId } = await result<Stream>(await start())

  await first.kill()
  await expect.poll(async () => reasonOf(await start()), { timeout: 10_000 }).not.toBeNull()
  const file = { filename: 'a.wav', contentType: 'audio/wav', sizeBytes: 9, sha256: sha256(bytes) }
  const needing = [
    await start(),
    await admin.mutate('stream.renew', { playId }),
    await admin.mutate('tracks.presignUpload', { ...file, sha256: sha256(Buffer.of(1)) }),
    await admin.mutate('tracks.presignCover', { contentType: 'image/png', sizeBytes: 9 }),
    await admin.mutate('me.presignAvatar', { contentType: 'image/png', sizeBytes: 9 }),
  ]
  expect(needing.map(({ status }) => status)).toEqual(needing.map(() => 503))
  expect(await Promise.all(needing.map(reasonOf))).toEqual(needing.map(() => 'store_unavailable'))
  expect(await ready()).toBe('not ready: store\n')
  const others = [
    await admin.query('tracks.list'),
    await admin.query('history.list'),
    await admin.mutate('favorites.set', { trackId, favorite: true }),
    await admin.mutate('playlists.create', { name: 'Without sound' }),
    await admin.mutate('stream.report', { playId, positionMs: 100, listenedMs: 100 }),
  ]
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200))

  const again = await startStoreProcess(objects, { port: Number(new URL(first.endpoint).port) })
  onTestFinished(() => again.kill())
  expect(await ready()).toBe('ready\n')
  const { url } = await result<Stream>(await start())
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true)
  const trackIds = [await admin.addTrack(audio(2)), trackId]
  expect(await admin.list('tracks.list')).toMatchObject(trackIds.map((id) => ({ id })))
})
