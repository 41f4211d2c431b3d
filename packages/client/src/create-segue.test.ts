import { once } from 'node:events'

import type { AppRouter, RouterOutputs } from '@segue/api'
import type { TRPCClient } from '@trpc/client'
import { afterAll, afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'

import { createSegue, isSegueError, type IssuedTokens, type Segue } from './index.ts'
import { admin, serveApi } from './test/serve-api.ts'

const server = await serveApi()
const { url } = server
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(() => {
  server.requests = []
})
afterEach(() => {
  vi.useRealTimers()
  server.intercept = () => null
})

const refused = 'a.b.c'

async function signedIn(): Promise<IssuedTokens> {
  const { promise, resolve } = Promise.withResolvers<IssuedTokens>()
  await createSegue({ url, ...admin, onTokens: resolve }).me.get.query()
  server.requests = []
  return promise
}

function refreshes(): number {
  return server.requests.filter((path) => path === 'auth.refresh').length
}

function refusal(
  status: number,
  code: number,
  data: { code: string; reason: string; retryAfter?: number },
) {
  return { status, body: { error: { code, message: data.reason, data } } }
}

const limited = refusal(429, -32_029, {
  code: 'TOO_MANY_REQUESTS',
  reason: 'rate_limited',
  retryAfter: 0.2,
})
const unavailable = refusal(503, -32_003, {
  code: 'SERVICE_UNAVAILABLE',
  reason: 'database_unavailable',
})

describe('signing in', () => {
  it('happens once for 20 calls at the same time', async () => {
    const segue = createSegue({ url, ...admin, deviceName: 'A test' })
    const users = await Promise.all(Array.from({ length: 20 }, () => segue.me.get.query()))
    expect(new Set(users.map(({ email }) => email))).toEqual(new Set([admin.email]))
    expect(server.requests[0]).toBe('auth.token')
    expect(server.requests.filter((path) => path === 'auth.token')).toHaveLength(1)
    const [session] = await segue.auth.sessions.query()
    expect(session).toMatchObject({ deviceName: 'A test', current: true })
  })

  it('tells a wrong password by its reason', async () => {
    const segue = createSegue({ url, email: admin.email, password: 'something else' })
    const error: unknown = await segue.me.get.query().catch((error: unknown) => error)
    expect(isSegueError(error) && error.data).toMatchObject({
      code: 'UNAUTHORIZED',
      reason: 'invalid_credentials',
    })
  })

  it('is left out when there is nothing to sign in with', async () => {
    expect(await createSegue({ url }).auth.session.query()).toMatchObject({ user: null })
  })

  it('is over after signOut, on the server too', async () => {
    const tokens = await signedIn()
    await createSegue({ url, tokens }).signOut()
    await expect(createSegue({ url, tokens }).me.get.query()).rejects.toMatchObject({
      data: { reason: 'session_expired' },
    })
  })
})

describe('renewing tokens', () => {
  it('takes one refresh for 20 calls whose token is refused', async () => {
    const { refreshToken } = await signedIn()
    const segue = createSegue({ url, tokens: { accessToken: refused, refreshToken } })
    await Promise.all(Array.from({ length: 20 }, () => segue.me.get.query()))
    expect(refreshes()).toBe(1)
  })

  it('happens before a token ends', async () => {
    const tokens = await signedIn()
    const segue = createSegue({ url, tokens })
    await segue.me.get.query()
    expect(refreshes()).toBe(0)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14.6 * 60_000 })
    await segue.me.get.query()
    expect(server.requests).toEqual(['me.get', 'auth.refresh', 'me.get'])
  })

  it('stores each new pair before it is used', async () => {
    const { refreshToken } = await signedIn()
    const stored: IssuedTokens[] = []
    const storing = new EventTarget()
    const segue = createSegue({
      url,
      tokens: { refreshToken },
      onTokens: async (tokens) => {
        storing.dispatchEvent(new Event('begun'))
        await once(storing, 'done')
        stored.push(tokens)
      },
    })
    const begun = once(storing, 'begun')
    const call = segue.me.get.query()
    await begun
    expect(server.requests).toEqual(['auth.refresh'])
    storing.dispatchEvent(new Event('done'))
    await call
    expect(server.requests).toEqual(['auth.refresh', 'me.get'])
    expect(stored).toHaveLength(1)
    expect(stored[0]?.refreshToken).not.toBe(refreshToken)
  })

  it('stores a pair again that could not be stored', async () => {
    const { refreshToken } = await signedIn()
    const onTokens = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('disk full'))
    const segue = createSegue({ url, tokens: { refreshToken }, onTokens })
    await expect(segue.me.get.query()).rejects.toThrow('disk full')
    await segue.me.get.query()
    expect(onTokens.mock.calls[0]).toEqual(onTokens.mock.calls[1])
    expect(refreshes()).toBe(1)
  })

  it('serves several clients of one stored pair, whoever wins', async () => {
    let stored: { refreshToken: string } = { refreshToken: (await signedIn()).refreshToken }
    const clients = Array.from({ length: 4 }, () =>
      createSegue({
        url,
        tokens: stored,
        onTokens: (tokens) => void (stored = tokens),
        reloadTokens: () => stored,
      }),
    )
    const users = await Promise.all(clients.map((segue) => segue.me.get.query()))
    expect(users).toHaveLength(4)
  })

  it('signs in by password when the refresh token is of no more use', async () => {
    const { refreshToken } = await signedIn()
    await createSegue({ url, tokens: { refreshToken } }).signOut()
    const segue = createSegue({ url, tokens: { refreshToken }, ...admin })
    expect(await segue.me.get.query()).toMatchObject({ email: admin.email })
  })

  it('tells when the refresh token is of no more use', async () => {
    const { refreshToken } = await signedIn()
    await createSegue({ url, tokens: { refreshToken } }).me.get.query()
    await expect(
      createSegue({ url, tokens: { refreshToken } }).me.get.query(),
    ).rejects.toMatchObject({ data: { reason: 'refresh_spent' } })
  })
})

describe('calls', () => {
  it('wait as long as a rate limit asks for and go on', async () => {
    const tokens = await signedIn()
    const waits: unknown[] = []
    const segue = createSegue({ url, tokens, onWait: (wait) => void waits.push(wait) })
    let begun = 0
    server.intercept = () => {
      server.intercept = () => null
      begun = performance.now()
      return limited
    }
    await segue.me.get.query()
    expect(performance.now() - begun).toBeGreaterThan(190)
    expect(waits).toEqual([{ path: 'me.get', seconds: 0.2 }])
  })

  it('give up on a rate limit that does not end', async () => {
    const segue = createSegue({ url, tokens: await signedIn() })
    server.intercept = () => limited
    await expect(segue.me.get.query()).rejects.toMatchObject({ data: { reason: 'rate_limited' } })
    expect(server.requests).toHaveLength(6)
  })

  it('end while they wait when their signal is aborted', async () => {
    const abort = new AbortController()
    const segue = createSegue({ url, tokens: await signedIn(), onWait: () => abort.abort() })
    server.intercept = () => limited
    await expect(segue.me.get.query(undefined, { signal: abort.signal })).rejects.toThrow('abort')
    expect(server.requests).toHaveLength(1)
  })

  it('are made again when the server is briefly unavailable, if they are queries', async () => {
    const segue = createSegue({ url, tokens: await signedIn() })
    server.intercept = () => {
      server.intercept = () => null
      return unavailable
    }
    await segue.me.get.query()
    server.intercept = () => unavailable
    server.requests = []
    await expect(segue.auth.logout.mutate()).rejects.toMatchObject({
      data: { reason: 'database_unavailable' },
    })
    expect(server.requests).toHaveLength(1)
  })

  it('go in requests of 20 at most, and those about streams on their own', async () => {
    const segue = createSegue({ url, tokens: await signedIn() })
    const missing = { trackId: '01890a5d-ac96-774b-bcce-b302099a8057' }
    await Promise.allSettled([
      ...Array.from({ length: 25 }, () => segue.me.get.query()),
      segue.stream.start.mutate(missing),
      segue.stream.start.mutate(missing),
    ])
    const sizes = server.requests.map((path) => path.split(',').length)
    expect(sizes.toSorted((a, b) => b - a)).toEqual([20, 5, 1, 1])
  })

  it('are typed by the router', () => {
    expectTypeOf<Segue['signOut']>().toEqualTypeOf<() => Promise<void>>()
    expectTypeOf<Segue>().toExtend<TRPCClient<AppRouter>>()
    expectTypeOf<Awaited<ReturnType<Segue['tracks']['byId']['query']>>>().toEqualTypeOf<
      RouterOutputs['tracks']['byId']
    >()
    expectTypeOf<Segue['tracks']['byId']['query']>().not.toBeAny()
    expectTypeOf<RouterOutputs['tracks']['byId']['title']>().toEqualTypeOf<string>()
  })
})
