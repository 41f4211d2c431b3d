import { afterAll, expect, it, onTestFinished, vi } from 'vitest'

import { createSegue } from './index.ts'
import { admin, serveApi } from './test/serve-api.ts'

const server = await serveApi({ limits: { callsPerAdmin: 3 } })
afterAll(() => server[Symbol.asyncDispose]())

const minute = 60_000

it('waits when the server says so, and goes on with what it was asked', async () => {
  // A second and a half before the end of a minute, which comes while the client waits.
  const end = (Math.floor(Date.now() / minute) + 1) * minute
  vi.useFakeTimers({ toFake: ['Date'], now: end - 1_500 })
  onTestFinished(() => void vi.useRealTimers())
  const waits: unknown[] = []
  const segue = createSegue({
    url: server.url,
    ...admin,
    onWait(wait) {
      waits.push(wait)
      vi.setSystemTime(end)
    },
  })
  for (let at = 0; at < 3; at++) await segue.me.get.query()
  expect(waits).toEqual([])
  expect((await segue.me.get.query()).email).toBe(admin.email)
  expect(waits).toEqual([{ path: 'me.get', seconds: 2 }])
})
