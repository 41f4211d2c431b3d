import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { type Credentials, ensureCredentials } from '@segue/object-store'
import { expect, it, onTestFinished, vi } from 'vitest'

import { result } from '../test/calls.ts'
import { startServer } from '../test/server-process.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { Account, audio, reasonOf, sha256, unlimited } from './account.ts'

vi.setConfig({ testTimeout: 120_000 })

const program = createRequire(import.meta.url)
  .resolve('@segue/object-store')
  .replace('index.ts', 'main.ts')

/** The object store in a process of its own, on that port, or a free one. */
async function startStore(directory: string, port = 0) {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout, 'data')
  return { child, endpoint: /http:\S+/.exec(String(line))?.[0] ?? '' }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function makeBucket(endpoint: string, credentials: Credentials): Promise<void> {
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: 'music' }))
  client.destroy()
}

interface Stream {
  url: string
  playId: string
}

it('says so where it needs a store that was stopped, goes on with the rest, and recovers by itself', async () => {
  const folder = await temporaryFolder()
  const objects = join(folder, 'objects')
  const credentials = await ensureCredentials(objects)
  const first = await startStore(objects)
  await makeBucket(first.endpoint, credentials)
  const server = await startServer({
    settings: {
      ...unlimited,
      DATA_DIR: join(folder, 'data'),
      S3_ENDPOINT: first.endpoint,
      S3_BUCKET: 'music',
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  })
  onTestFinished(() => server.stop())
  const admin = await Account.admin(server.url)
  const bytes = audio(1)
  const trackId = await admin.addTrack(bytes)
  const start = () => admin.mutate('stream.start', { trackId })
  const ready = async () => (await fetch(`${server.url}/readyz`)).text()
  const { playId } = await result<Stream>(await start())

  await kill(first.child)
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

  await startStore(objects, Number(new URL(first.endpoint).port))
  expect(await ready()).toBe('ready\n')
  const { url } = await result<Stream>(await start())
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true)
  const trackIds = [await admin.addTrack(audio(2)), trackId]
  expect(await admin.list('tracks.list')).toMatchObject(trackIds.map((id) => ({ id })))
})
