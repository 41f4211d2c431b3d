import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startPostgres } from './embedded/postgres.ts'
import { call, result } from './test/calls.ts'
import { startServer } from './test/server-process.ts'

const program = fileURLToPath(new URL('./admin.ts', import.meta.url))
const folder = await mkdtemp('/tmp/segue-admin-')
afterAll(() => rm(folder, { recursive: true }))

interface Ended {
  code: number
  stdout: string
  stderr: string
}

function admin(args: string[], settings: Record<string, string> = {}): Promise<Ended> {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, DATA_DIR: folder, ...settings }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

/** The link in what was printed, in its parts. */
function linkIn({ code, stdout, stderr }: Ended): { page: string; token: string } {
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const [, page = '', token = ''] = /^(http\S+)#(\S+)$/m.exec(stdout) ?? []
  return { page, token }
}

const setPassword = (url: string, token: string, newPassword: string) =>
  call(url, 'auth.resetPassword', { token, newPassword })

async function signIn(url: string, email: string, password: string): Promise<string | null> {
  const answer = await call(url, 'auth.token', { email, password })
  if (answer.status !== 200) return null
  const { accessToken } = await result<{ accessToken: string }>(answer)
  const me = await fetch(`${url}/trpc/me.get`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return (await result<{ role: string }>(me)).role
}

describe('pnpm admin', () => {
  it('tells how it is used', async () => {
    const { code, stdout, stderr } = await admin(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('pnpm admin reset-password EMAIL')
    for (const args of [[], ['toString', 'a@b']])
      expect(await admin(args)).toEqual({ code: 1, stdout: '', stderr: stdout })
  })

  it('names a setting that is wrong', async () => {
    expect(await admin(['create', 'a@b'], { PORT: 'abc' })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^admin: bad setting: PORT must be .*\n$/),
    })
  })
})

describe('while no server runs', () => {
  it('makes the first admin, who then starts with the link alone', async () => {
    const made = await admin(['create', 'Keeper@example.com'], { PORT: '4321' })
    const { page, token } = linkIn(made)
    expect(page).toBe('http://localhost:4321/reset')
    const server = await startServer({ settings: { DATA_DIR: folder, DEMO: 'off' } })
    try {
      expect(server.output()).not.toContain('Sign in as')
      expect(await signIn(server.url, 'keeper@example.com', '')).toBeNull()
      const password = 'the password of the keeper'
      expect((await setPassword(server.url, token, password)).status).toBe(200)
      expect((await setPassword(server.url, token, password)).status).toBe(401)
      expect(await signIn(server.url, 'keeper@example.com', password)).toBe('admin')
    } finally {
      await server.stop()
    }
  }, 90_000)

  it('leads back to the address that browsers see', async () => {
    const settings = { PUBLIC_URL: 'https://music.example.com' }
    const { page } = linkIn(await admin(['reset-password', 'keeper@example.com'], settings))
    expect(page).toBe('https://music.example.com/reset')
  }, 30_000)
})

describe('while a server runs', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    server = await startServer({ settings: { DATA_DIR: folder, DEMO: 'off' } })
  })
  afterAll(() => server.stop())

  it('makes another admin, who sets a password at the port it listens on', async () => {
    const { page, token } = linkIn(await admin(['create', 'second@example.com'], { PORT: '0' }))
    expect(page).toBe(`${server.url}/reset`)
    expect((await setPassword(server.url, token, 'the second password')).status).toBe(200)
    expect(await signIn(server.url, 'second@example.com', 'the second password')).toBe('admin')
  }, 60_000)

  it('lets back in whoever forgot their password', async () => {
    const { token } = linkIn(await admin(['reset-password', ' SECOND@example.com ']))
    expect((await setPassword(server.url, token, 'the third password')).status).toBe(200)
    expect(await signIn(server.url, 'second@example.com', 'the second password')).toBeNull()
    expect(await signIn(server.url, 'second@example.com', 'the third password')).toBe('admin')
  }, 60_000)

  it.each([
    [
      ['create', 'keeper@EXAMPLE.com'],
      /^admin: there is an account of keeper@EXAMPLE\.com already/,
    ],
    [['create', 'nobody'], /^admin: 'nobody' is no e-mail address\n$/],
    [
      ['reset-password', 'nobody@example.com'],
      /^admin: there is no account of nobody@example\.com\n$/,
    ],
  ])(
    'refuses what cannot be, and says what to do: %j',
    async (args, sentence) => {
      const { code, stdout, stderr } = await admin(args)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(sentence)
    },
    30_000,
  )
})

describe('with a database of its own', () => {
  it('makes the schema and an admin there', async () => {
    const directory = join(folder, 'elsewhere')
    await using database = new AsyncDisposableStack()
    const { url, stop } = await startPostgres({ directory, durable: false })
    database.defer(stop)
    const settings = { DATABASE_URL: url, SECRET_KEY: '4f0c9a7be21d8365f0b9127acd34e85f' }
    const { page } = linkIn(await admin(['create', 'keeper@example.com'], settings))
    expect(page).toBe('http://localhost:4000/reset')
    expect(await admin(['create', 'keeper@example.com'], settings)).toMatchObject({ code: 1 })
  }, 60_000)
})
