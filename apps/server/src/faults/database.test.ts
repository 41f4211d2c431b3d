import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it, onTestFinished, vi } from 'vitest'

import { startPostgres } from '../embedded/postgres.ts'
import { startServer } from '../test/server-process.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { Account, audio, unlimited } from './account.ts'
import { WriteLoad } from './write-load.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A server whose settings name `database`, or with a PostgreSQL of its own. */
async function serve(folder: string, database?: string) {
  const server = await startServer({
    settings: {
      ...unlimited,
      DATA_DIR: join(folder, 'data'),
      ...(database && { DATABASE_URL: database }),
    },
  })
  onTestFinished(() => server.stop())
  const admin = await Account.admin(server.url)
  const trackIds = await Promise.all([1, 2, 3].map((number) => admin.addTrack(audio(number))))
  return { ...server, admin, trackIds }
}

async function postmaster(directory: string): Promise<number> {
  const file = await readFile(join(directory, 'data/postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

const ready = async (url: string) => (await fetch(`${url}/readyz`)).text()

/** What the database takes away while it is gone: every refusal is coded, and none is of another kind. */
function expectCodedRefusals(load: WriteLoad): void {
  expect([...load.refusals.keys()]).toEqual(['database_unavailable'])
  expect(load.unanswered).toBe(0)
}

it('recovers from a PostgreSQL that is stopped or killed and started again under load, and loses nothing', async () => {
  const folder = await temporaryFolder()
  const directory = join(folder, 'postgres')
  let postgres = await startPostgres({ directory })
  onTestFinished(() => postgres.stop())
  const port = Number(new URL(postgres.url).port)
  const { url, admin, trackIds } = await serve(folder, postgres.url)
  const load = await WriteLoad.begin(admin, trackIds)
  const ends = [
    () => postgres.stop(),
    async () => process.kill(await postmaster(directory), 'SIGKILL'),
  ]
  for (const end of ends) {
    const { acknowledged, failed } = load
    await load.until((now) => now.acknowledged > acknowledged + 30)
    await end()
    await load.until((now) => now.failed > failed + 10)
    expect(await ready(url)).toBe('not ready: database\n')
    await postgres.ended
    postgres = await startPostgres({ directory, port })
    const before = load.acknowledged
    await load.until((now) => now.acknowledged > before + 30)
    expect(await ready(url)).toBe('ready\n')
  }
  await load.stop()
  expectCodedRefusals(load)
  expect(await load.losses()).toEqual([])
})

it('starts its own PostgreSQL again when it is killed under load, and loses nothing', async () => {
  const folder = await temporaryFolder()
  const { url, admin, trackIds } = await serve(folder)
  const load = await WriteLoad.begin(admin, trackIds)
  await load.until((now) => now.acknowledged > 30)
  process.kill(await postmaster(join(folder, 'data/postgres')), 'SIGKILL')
  await load.until((now) => now.failed > 0)
  const before = load.acknowledged
  await load.until((now) => now.acknowledged > before + 30)
  await load.stop()
  expectCodedRefusals(load)
  expect(await load.losses()).toEqual([])
  expect(await ready(url)).toBe('ready\n')
})
