import { spawnSync } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it, onTestFinished, vi } from 'vitest'

import { call } from '../test/calls.ts'
import { startServer } from '../test/server-process.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { Account, audio, reasonOf, unlimited } from './account.ts'

vi.setConfig({ testTimeout: 180_000 })
const mebibyte = 1024 ** 2

/** How to run a command with a file system of 160 MiB at a folder; undefined where that is forbidden. */
function smallDisk(folder: string): string[] | undefined {
  const script = `mount -t tmpfs -o size=160m,mode=0700 tmpfs '${folder}' && exec "$@"`
  const prefix = ['unshare', '--mount', 'sh', '-c', script, 'sh']
  const [command = '', ...args] = prefix
  if (spawnSync(command, [...args, 'true']).status === 0) return prefix
  process.stderr.write(
    '\n*** NO FILE SYSTEM CAN BE MOUNTED HERE: the server was NOT tried on a full disk ***\n\n',
  )
  return undefined
}

/** Writes until nothing more fits. */
async function fill(file: string): Promise<void> {
  await using handle = await open(file, 'w')
  for (const size of [mebibyte, 4_096])
    for (let isFull = false; !isFull;)
      isFull = await handle.write(Buffer.alloc(size)).then(
        ({ bytesWritten }) => bytesWritten < size,
        () => true,
      )
}

it('refuses by code what finds no room on a full disk, and goes on once there is room, with all it said it had', async ({
  skip,
}) => {
  const folder = await temporaryFolder()
  const disk = join(folder, 'disk')
  await mkdir(disk)
  const prefix = smallDisk(disk)
  if (!prefix) return skip('no file system can be mounted')
  const settings = { ...unlimited, DATA_DIR: join(disk, 'data') }
  const server = await startServer({ settings, prefix })
  onTestFinished(() => server.stop())
  const admin = await Account.admin(server.url)
  const trackId = await admin.addTrack(audio(1))
  const ballast = `/proc/${server.child.pid}/root${disk}/ballast`

  await fill(ballast)
  const kept = [trackId]
  const reasons = new Set<string | null>()
  for (let turn = 0; turn < 12; turn++) {
    const sent = await admin.addTrack(audio(2 + turn, 4 * mebibyte)).catch(() => null)
    if (sent) kept.push(sent)
    const account = { email: `a${turn}@example.com`, password: `quite ${turn} long`, nickname: 'A' }
    for (const answer of [
      await call(server.url, 'auth.register', account),
      await admin.mutate('stream.start', { trackId }),
      await admin.query('tracks.list'),
    ])
      reasons.add(await reasonOf(answer))
  }
  expect(kept).toEqual([trackId])
  for (const reason of reasons)
    expect([null, 'database_unavailable', 'store_unavailable']).toContain(reason)

  await rm(ballast)
  await expect
    .poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 60_000 })
    .toBe(200)
  kept.unshift(await admin.addTrack(audio(100, 4 * mebibyte)))
  const tracks = await admin.list<{ id: string }>('tracks.list')
  expect(tracks.map(({ id }) => id)).toEqual(kept)
})
