import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { AppRouter } from '@segue/api'
import { createTRPCClient, httpLink } from '@trpc/client'
import { expect, test } from 'vitest'
import { waitForLimits } from './limit-wait.ts'

/** How often a server is asked by a call that it refuses each time. */
async function countTries(
  retryAfter: number,
  call: (api: ReturnType<typeof createTRPCClient<AppRouter>>) => Promise<unknown>,
): Promise<number> {
  let tries = 0
  const data = { code: 'TOO_MANY_REQUESTS', reason: 'rate_limited', retryAfter }
  await using server = createServer((_, response) => {
    tries++
    response.writeHead(429, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { code: -32_029, message: 'Too many calls', data } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const api = createTRPCClient<AppRouter>({ links: [waitForLimits(), httpLink({ url })] })
  await expect(call(api)).rejects.toThrow('Too many calls')
  server.closeAllConnections()
  return tries
}

test('makes a call again after the wait, five times at most', async () => {
  expect(await countTries(0, (api) => api.tracks.list.query({}))).toBe(6)
})

test('makes no call again that would have to wait for over a minute, and no sign-in', async () => {
  expect(await countTries(61, (api) => api.tracks.list.query({}))).toBe(1)
  const login = { email: 'ada@example.com', password: 'a password' }
  expect(await countTries(0, (api) => api.auth.login.mutate(login))).toBe(1)
})
