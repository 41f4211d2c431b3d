import { once } from 'node:events'
import { readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

import { createSegue } from '@segue/client'
import { admin, serveApi } from '@segue/client/test-server'
import { wav } from '@segue/client/test-wav'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { folderOf } from './test/folder.ts'
import { png } from './test/png.ts'
import { readArguments } from './arguments.ts'
import { runIngest } from './run-ingest.ts'
import { RunFailure } from './run-failure.ts'
import type { Settings } from './settings.ts'
import type { Summary } from './test/summary.ts'

const server = await serveApi()
const { url } = server
const segue = createSegue({ url, ...admin })
afterAll(() => server[Symbol.asyncDispose]())

let refreshToken = ''
beforeAll(async () => {
  await createSegue({
    url,
    ...admin,
    onTokens: (tokens) => void ({ refreshToken } = tokens),
  }).me.get.query()
})

let pitch = 200
const tone = () => wav(pitch++)

const byPassword = ['--url', url, '--email', admin.email]
const elsewhere: Settings = {
  signInFile: '/nonexistent/cli.json',
  localUrl: 'http://localhost:1',
  password: admin.password,
}

function ingest(args: string[], settings: Settings = elsewhere): Promise<string> {
  const screen = new PassThrough().resume()
  return runIngest(readArguments(args), settings, new AbortController(), screen)
}

async function ingestFolder(folder: string, args = byPassword, settings = elsewhere) {
  return JSON.parse(await ingest([folder, '--json', ...args], settings)) as Summary
}

/** What a server keeps for tools; its tokens go from test to test. */
async function storedSignIn(): Promise<{
  file: string
  settings: Settings
  keep(): Promise<void>
}> {
  const file = path.join(await folderOf([]), 'cli.json')
  await writeFile(file, JSON.stringify({ url, refreshToken }), { mode: 0o644 })
  const keep = async () => {
    ;({ refreshToken } = JSON.parse(await readFile(file, 'utf8')) as { refreshToken: string })
  }
  return { file, settings: { ...elsewhere, signInFile: file, password: undefined }, keep }
}

describe('a folder of music', () => {
  it('gets in once, every file with what became of it', async () => {
    const first = tone()
    const folder = await folderOf([
      ['Ada/Dawn/01 First.wav', first],
      ['Ada/Dawn/02 밤편지 🎵.wav', tone()],
      ['Ada/Dawn/cover.png', png(32, 90)],
      ['Ada/Dawn/page.mp3', Buffer.from('<!doctype html><title>Not found</title>')],
      ['copy.wav', first],
      ['empty.mp3', Buffer.alloc(0)],
      ['line\nbreak.wav', tone()],
      ['mislabelled.txt', tone()],
      ['notes.txt', Buffer.from('side B is better')],
      ['.trash/gone.wav', tone()],
      [Buffer.from([0x62, 0xff, 0x2e, 0x77, 0x61, 0x76]), tone()],
    ])
    await symlink(path.join(folder, 'copy.wav'), path.join(folder, 'link.wav'))
    await symlink(folder, path.join(folder, 'Ada', 'loop'))
    const summary = await ingestFolder(folder)
    const names = (list: { path: string }[]) =>
      list.map((entry) => path.relative(folder, entry.path))
    const either = ['Ada/Dawn/01 First.wav', 'copy.wav']
    expect(names(summary.refused).sort()).toEqual([
      '.trash/gone.wav',
      'Ada/Dawn/cover.png',
      'Ada/Dawn/page.mp3',
      'empty.mp3',
      'notes.txt',
    ])
    expect(new Set(summary.refused.map(({ reason }) => reason))).toEqual(new Set(['not_audio']))
    expect(either).toContain(names(summary.skipped).join())
    expect(
      names(summary.added)
        .filter((name) => !either.includes(name))
        .sort(),
    ).toEqual(['Ada/Dawn/02 밤편지 🎵.wav', 'b\udcff.wav', 'line\nbreak.wav', 'mislabelled.txt'])
    const again = await ingestFolder(folder)
    expect(again.added).toEqual([])
    expect(again.skipped).toHaveLength(6)
    expect(again.refused).toHaveLength(5)
  })

  it('tells artist, album and cover of files that do not', async () => {
    const folder = await folderOf([
      ['Grace/Compiler/03 Linker.wav', tone()],
      ['Grace/Compiler/Folder.PNG', png(40, 10)],
    ])
    const { added } = await ingestFolder(folder)
    const track = await segue.tracks.byId.query({ id: added[0]?.trackId ?? '' })
    expect(track).toMatchObject({
      title: 'Linker',
      artist: { name: 'Grace' },
      album: { title: 'Compiler' },
      trackNumber: 3,
      coverUrl: expect.stringMatching(/^\/covers\//),
    })
  })

  it('gets in without a cover that is no image', async () => {
    const folder = await folderOf([
      ['a.wav', tone()],
      ['b.wav', tone()],
      ['cover.png', png(16, 1).subarray(0, 40)],
    ])
    const { added } = await ingestFolder(folder)
    expect(added).toHaveLength(2)
    const track = await segue.tracks.byId.query({ id: added[0]?.trackId ?? '' })
    expect(track.coverUrl).toBeNull()
  })

  it('is summed up for people, without a line that a name could forge', async () => {
    const folder = await folderOf([
      ['a.wav', tone()],
      ['Refused 0.\n\u001b[2J.txt', Buffer.from('text')],
    ])
    expect(await ingest([folder, ...byPassword])).toBe(
      `Refused:\n${folder}/Refused 0.\\n\\u{1b}[2J.txt: no audio that browsers play\n\nAdded 1, skipped 0 (already there), refused 1.`,
    )
  })
})

describe('signing in', () => {
  it('takes what the server keeps on its machine, and writes the next token back', async () => {
    const { file, settings, keep } = await storedSignIn()
    const folder = await folderOf([['a.wav', tone()]])
    const summary = await ingestFolder(folder, [], settings)
    expect(summary.added).toHaveLength(1)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      url,
      accessToken: expect.any(String),
      refreshToken: expect.not.stringContaining(refreshToken),
    })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await keep()
  })

  it('takes it by any name of the machine, with the port of the server that keeps it', async () => {
    const { settings, keep } = await storedSignIn()
    const byName = ['--url', url.replace('127.0.0.1', 'localhost')]
    const summary = await ingestFolder(await folderOf([['a.wav', tone()]]), byName, settings)
    expect(summary.added).toHaveLength(1)
    await keep()
  })

  it('tells nothing of it to another program that listens on the machine', async () => {
    const arrived: string[] = []
    await using other = createServer(({ url = '', headers }, response) => {
      arrived.push(`${url} ${JSON.stringify(headers)}`)
      response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { settings } = await storedSignIn()
    const folder = await folderOf([])
    for (const host of ['localhost', '127.0.0.1']) {
      const run = ingest([folder, '--url', `http://${host}:${port}`], settings)
      await expect(run).rejects.toThrow('Give --email')
    }
    expect(arrived).toEqual([])
  })

  it('works for two runs at once', async () => {
    const { settings, keep } = await storedSignIn()
    const folders = [await folderOf([['a.wav', tone()]]), await folderOf([['b.wav', tone()]])]
    const summaries = await Promise.all(folders.map((path) => ingestFolder(path, [], settings)))
    expect(summaries.map(({ added }) => added.length)).toEqual([1, 1])
    await keep()
  })

  it('leaves no sign-in by password behind', async () => {
    const before = await segue.auth.sessions.query()
    await ingestFolder(await folderOf([['notes.txt', Buffer.from('text')]]))
    expect(await segue.auth.sessions.query()).toHaveLength(before.length)
  })
})

describe('a run', () => {
  it.each([
    ['a wrong password', byPassword, { password: 'wrong' }, 'the password is wrong'],
    ['no password', byPassword, { password: undefined }, 'SEGUE_PASSWORD'],
    ['no server', ['--url', 'http://127.0.0.1:4', '--email', 'a@b'], {}, 'ECONNREFUSED'],
    ['no sign-in', [], {}, '--url and --email'],
    ['a folder that is not there', ['/nonexistent', ...byPassword], {}, '/nonexistent'],
  ])('fails with %s', async (_, args, settings, words) => {
    const folder = await folderOf([])
    const run = ingest([folder, ...args], { ...elsewhere, ...settings })
    await expect(run).rejects.toThrow(RunFailure)
    await expect(run).rejects.toThrow(words)
  })

  it('fails by a listener', async () => {
    const account = { email: 'listener@example.com', password: admin.password }
    await createSegue({ url }).auth.register.mutate({ ...account, nickname: 'Lis' })
    const run = ingest([await folderOf([]), '--url', url, '--email', account.email])
    await expect(run).rejects.toThrow('only admins may add music')
  })
})
