import { admin, serveApi } from '@segue/client/test-server'
import { wav } from '@segue/client/test-wav'
import { afterAll, describe, expect, it } from 'vitest'

import { folderOf } from './test/folder.ts'
import { startIngest, summaryOf } from './test/run.ts'

const server = await serveApi()
afterAll(() => server[Symbol.asyncDispose]())

const args = ['--url', server.url, '--email', admin.email, '--json']
const environment = { SEGUE_PASSWORD: admin.password, DATA_DIR: '/nonexistent' }

describe('the command', () => {
  it.each([
    ['SIGKILL', null, 300],
    ['SIGINT', 130, 400],
  ] as const)(
    'goes on where %s ended it',
    async (signal, endCode, pitch) => {
      const folder = await folderOf(
        Array.from({ length: 9 }, (_, n) => [`${n}.wav`, wav(pitch + n)]),
      )
      const run = startIngest([folder, ...args], environment)
      let created = 0
      server.intercept = (path) => {
        if (path.includes('tracks.create') && ++created === 3) run.child.kill(signal)
        return null
      }
      expect(await run.ended).toMatchObject({ code: endCode })
      const { added, skipped, refused } = await summaryOf(
        startIngest([folder, ...args], environment),
      )
      expect(refused).toEqual([])
      expect(added.length).toBeGreaterThan(0)
      expect(added.length + skipped.length).toBe(9)
    },
    60_000,
  )

  it.each([
    ['--fast', '--help'],
    ['--url=localhost:4000', '--url must be'],
  ])('says in one line what is wrong with %s', async (option, words) => {
    const { code, out, err } = await startIngest(['.', option], environment).ended
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^ingest: [^\n]+\n$/)
    expect(err).toContain(words)
  })
})
