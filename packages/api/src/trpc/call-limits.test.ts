import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import { CallLimits } from '../credentials/call-limits.ts'
import { LimitStore } from '../credentials/limit-store.ts'
import { RateLimit } from '../features/auth/rate-limit.entity.ts'
import { callHttp } from '../test/call-http.ts'
import { refusal } from '../test/refusal.ts'
import { testApp, testAppForTest, type TestClient } from '../test/test-app.ts'

const app = await testApp({ limits: { callsPerUser: 20, callsPerAdmin: 40, callsPerAddress: 10 } })
afterAll(() => app[Symbol.asyncDispose]())

/** How many of so many calls are answered. */
async function answered({ api }: TestClient, calls: number): Promise<number> {
  let count = 0
  for (let at = 0; at < calls; at++)
    await api.auth.session().then(
      () => count++,
      () => undefined,
    )
  return count
}

// The clock stands still at the beginning of a minute.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 60_000) * 60_000 })
})
afterAll(() => vi.useRealTimers())

describe('calls a minute', () => {
  it('are limited by user, by admin and, signed out, by address', async () => {
    expect(await answered(await app.signIn(), 22)).toBe(20)
    expect(await answered(await app.signIn('admin'), 42)).toBe(40)
    expect(await answered(app.client({ address: '192.0.2.1' }), 12)).toBe(10)
    expect(await answered(app.client({ address: '192.0.2.2' }), 12)).toBe(10)
    const refused = await refusal(app.client({ address: '192.0.2.1' }).api.auth.session())
    expect(refused).toMatchObject({ code: 'TOO_MANY_REQUESTS', reason: 'rate_limited' })
    expect(refused.retryAfter).toBeGreaterThanOrEqual(1)
    expect(refused.retryAfter).toBeLessThanOrEqual(60)
  })

  it('of one user count together, from wherever they come', async () => {
    const browser = await app.signIn()
    const { cookie } = browser.request
    const elsewhere = app.client({ cookie, address: '192.0.2.30' })
    expect(await answered(browser, 15)).toBe(15)
    expect(await answered(elsewhere, 15)).toBe(5)
  })

  it('with credentials that are worth nothing count for the address', async () => {
    const address = '192.0.2.40'
    for (const credentials of [{ cookie: 'segue=of-nobody' }, { authorization: 'Bearer a.b.c' }])
      await answered(app.client({ ...credentials, address }), 5)
    expect(await answered(app.client({ address }), 2)).toBe(0)
  })

  it('count one by one in a batch', async () => {
    const batch = (size: number) =>
      callHttp(
        app.services,
        `${Array(size).fill('auth.session').join(',')}?batch=1&input={}`,
        null,
        { address: '192.0.2.50' },
      )
    expect((await batch(8)).status).toBe(200)
    const answers: { error?: { data: Record<string, unknown> } }[] = JSON.parse(
      (await batch(4)).text,
    )
    expect(answers.map(({ error }) => error?.data.reason)).toEqual([
      undefined,
      undefined,
      'rate_limited',
      'rate_limited',
    ])
  })

  it('cost no statement', async () => {
    const em = app.services.orm.em.fork()
    await answered(app.client({ address: '192.0.2.60' }), 12)
    expect(await em.count(RateLimit, { key: { $like: '%192.0.2.60' } })).toBe(0)
  })
})

describe('processes', () => {
  const store = new LimitStore(app.services.orm, app.services.logger)
  const limits = { callsPerAddress: 100 }

  async function take(calls: CallLimits, id: string, times: number): Promise<number> {
    let count = 0
    for (let at = 0; at < times; at++)
      await calls
        .take('address', id, () => undefined)
        .then(
          () => count++,
          () => undefined,
        )
    return count
  }

  it('share a limit once they have settled', async () => {
    const [one, two] = [new CallLimits(store, limits), new CallLimits(store, limits)]
    const id = randomUUID()
    await take(one, id, 60)
    await take(two, id, 30)
    await one.settle()
    await two.settle()
    await take(one, id, 1)
    await one.settle()
    expect(await take(one, id, 20)).toBe(9)
    expect(await take(two, id, 20)).toBe(10)
    one[Symbol.dispose]()
    two[Symbol.dispose]()
  })

  it('settle for all callers in one statement, and not for those who hardly call', async () => {
    const query = vi.spyOn(store, 'query')
    onTestFinished(() => query.mockRestore())
    const calls = new CallLimits(store, limits)
    const prefix = randomUUID()
    for (let at = 0; at < 50; at++) await take(calls, `${prefix} ${at}`, at < 25 ? 10 : 9)
    await calls.settle()
    const em = app.services.orm.em.fork()
    expect(await em.count(RateLimit, { key: { $like: `%${prefix}%` } })).toBe(25)
    await calls.settle()
    expect(query).toHaveBeenCalledOnce()
    calls[Symbol.dispose]()
  })

  it('leave the count of a minute that another clock has begun alone', async () => {
    const calls = new CallLimits(store, limits)
    const id = randomUUID()
    await take(calls, id, 20)
    await app.services.orm.em
      .fork()
      .insert(RateLimit, { key: `calls_per_address:${id}`, points: 7, expire: Date.now() + 1e6 })
    await calls.settle()
    const row = await app.services.orm.em.fork().findOneOrFail(RateLimit, `calls_per_address:${id}`)
    expect(row.points).toBe(7)
    expect(await take(calls, id, 100)).toBe(80)
    calls[Symbol.dispose]()
  })
})

describe('a flood of callers', () => {
  it('makes a process forget the first of them, not grow', async () => {
    const calls = new CallLimits(new LimitStore(app.services.orm, app.services.logger), {
      callsPerAddress: 1,
    })
    const take = (id: string) => calls.take('address', id, () => undefined)
    await take('the first')
    await expect(take('the first')).rejects.toThrow('rate_limited')
    for (let at = 0; at < 50_000; at++) await take(`another ${at}`)
    await take('the first')
    calls[Symbol.dispose]()
  })
})

describe('without the database', () => {
  it('calls of who is signed out are limited still, and no failed call counts', async () => {
    const away = await testAppForTest({
      databaseUrl: 'postgresql://segue:secret@127.0.0.1:1/segue',
      limits: { callsPerAddress: 5 },
    })
    const signedIn = away.client({ cookie: 'segue=anything' })
    for (let at = 0; at < 8; at++)
      expect((await refusal(signedIn.api.me.get())).reason).toBe('database_unavailable')
    expect(await answered(away.client(), 8)).toBe(5)
    await expect(away.services.limits.calls.settle()).rejects.toThrow('ECONNREFUSED')
  })
})
