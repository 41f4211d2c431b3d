import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Writable } from 'node:stream'

import { pino } from 'pino'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'

import { checkReady } from '../index.ts'
import { callHttp } from '../test/call-http.ts'
import { wav } from '../test/audio.ts'
import { forward } from '../test/forwarder.ts'
import { refusal } from '../test/refusal.ts'
import { testApp, testAppForTest, testPassword } from '../test/test-app.ts'
import { addTrack, upload } from '../test/tracks.ts'

const logged: string[] = []
const log = new Writable({
  write(line, _encoding, done) {
    logged.push(String(line))
    done()
  },
})
const app = await testApp({ logger: pino(log) })
afterAll(() => app[Symbol.asyncDispose]())

const leak =
  /stack|node_modules|\/work|\.ts\b|select |insert |update |postgres|Error:|argon2|127\.0\.0\.1/i

/** Where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

describe('a refusal as it leaves', () => {
  it('has its code, reason and the id of the request, and nothing more', async () => {
    const body = JSON.stringify({ email: 'a@b', password: 'x' })
    const { status, error } = await callHttp(app.services, 'auth.login', body)
    expect(status).toBe(401)
    expect(error).toEqual({
      code: -32_001,
      message: 'invalid_credentials',
      data: {
        code: 'UNAUTHORIZED',
        httpStatus: 401,
        path: 'auth.login',
        reason: 'invalid_credentials',
        requestId: 'the-request',
      },
    })
  })

  it('names the fields of bad input', async () => {
    const { status, error, text } = await callHttp(app.services, 'auth.register', '{"email":5}')
    expect(status).toBe(400)
    expect(error?.data).toEqual({
      code: 'BAD_REQUEST',
      httpStatus: 400,
      path: 'auth.register',
      reason: 'input_invalid',
      fields: {
        email: expect.any(String),
        password: expect.any(String),
        nickname: expect.any(String),
      },
      requestId: 'the-request',
    })
    expect(text).not.toMatch(leak)
  })

  it.each([
    ['auth.login', '{', 400, 'input_invalid'],
    ['auth.login', '"text"', 400, 'input_invalid'],
    ['auth.login', 'null', 400, 'input_invalid'],
    ['auth.login', '[]', 400, 'input_invalid'],
    ['auth.login', '', 400, 'input_invalid'],
    ['no.such', '{}', 404, 'not_found'],
    ['auth.__proto__', '{}', 404, 'not_found'],
    ['%00', '{}', 404, 'not_found'],
    ['auth.login', null, 405, 'method_not_supported'],
    ['me.get?input=%7B', null, 401, 'signed_out'],
    ['tracks.list?input=%7B', null, 401, 'signed_out'],
    ['me.get', null, 401, 'signed_out'],
  ])('%s with %j is %i %s', async (path, body, status, reason) => {
    const answer = await callHttp(app.services, path, body)
    expect(answer).toMatchObject({ status, error: { message: reason } })
    expect(answer.error?.data).toMatchObject({ reason, requestId: 'the-request' })
    expect(answer.text).not.toMatch(leak)
  })

  it('says nothing of an error that nobody foresaw, which is logged with the id', async () => {
    const broken = await testAppForTest({ logger: pino(log) })
    const { request } = await broken.signIn()
    await broken.services.orm.em.fork().execute('drop table favorites')
    logged.length = 0
    const { status, error, text } = await callHttp(broken.services, 'tracks.list?input={}', null, {
      cookie: request.cookie,
    })
    expect(status).toBe(500)
    expect(error?.message).toBe('internal error')
    expect(error?.data).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      httpStatus: 500,
      path: 'tracks.list',
      reason: 'internal_error',
      requestId: 'the-request',
    })
    expect(text).not.toMatch(leak)
    const [line = ''] = logged
    expect(JSON.parse(line)).toMatchObject({ requestId: 'the-request', path: 'tracks.list' })
    expect(line).toContain('favorites')
  })
})

describe('the log', () => {
  it('tells what went wrong without the row it went wrong with', async () => {
    const broken = await testAppForTest({ logger: pino(log) })
    const em = broken.services.orm.em.fork()
    await em.execute('alter table users add column duty text not null')
    logged.length = 0
    const account = { email: 'someone@example.com', password: testPassword, nickname: 'Someone' }
    expect(await refusal(broken.client().api.auth.register(account))).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      reason: 'internal_error',
    })
    const [line = ''] = logged
    expect(line).toContain('not-null')
    expect(line).not.toMatch(/argon2|someone@example|Failing row/)
  })
})

describe('without the database', () => {
  const unavailable = {
    status: 503,
    error: {
      message: 'database_unavailable',
      data: { code: 'SERVICE_UNAVAILABLE', reason: 'database_unavailable' },
    },
  }

  it('a call is database_unavailable, by cookie or not', async () => {
    const away = await testAppForTest({
      databaseUrl: `postgresql://segue:secret@127.0.0.1:${await closedPort()}/segue`,
    })
    const body = JSON.stringify({ email: 'a@b', password: testPassword })
    const answers = [
      await callHttp(away.services, 'auth.login', body),
      await callHttp(away.services, 'me.get', null, { cookie: 'segue=anything' }),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject(unavailable)
      expect(answer.text).not.toMatch(leak)
    }
    expect(await checkReady(away.services)).toEqual({ database: false, store: true })
  })

  it('that ends all connections, calls fail or pass, and pass again after', async () => {
    const { api } = await app.signIn()
    const em = app.services.orm.em.fork()
    const calls = Array.from({ length: 10 }, () =>
      api.tracks.list({}).then(
        () => 'passed',
        () => 'failed',
      ),
    )
    await em
      .execute(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
      .catch(() => undefined)
    await Promise.all(calls)
    await expect.poll(() => api.me.get().catch(() => null), { timeout: 20_000 }).not.toBeNull()
    expect(await checkReady(app.services)).toEqual({ database: true, store: true })
  })
})

describe('a database that takes calls and answers none', () => {
  it('is away for those calls, and answers again later', async () => {
    const database = await testAppForTest()
    const way = await forward(database.services.config.databaseUrl)
    const slow = await testAppForTest({
      databaseUrl: way.url,
      databasePoolSize: 3,
      databaseQueryMs: 300,
    })
    const { api } = await slow.signIn()
    way.hold()
    const calls = [
      api.me.get(),
      api.playlists.create({ name: 'Held up' }),
      api.tracks.list({}),
      api.auth.register({ email: 'a@example.com', password: testPassword, nickname: 'A' }),
    ]
    const reasons = (await Promise.all(calls.map(refusal))).map(({ reason }) => reason)
    expect(reasons).toEqual(calls.map(() => 'database_unavailable'))
    way.release()
    await expect.poll(() => api.me.get().catch(() => null), { timeout: 20_000 }).not.toBeNull()
    expect((await api.playlists.list({})).items).toEqual([])
  })
})

describe('without the store', () => {
  it('streams and uploads say that it is away, without a play in the history; the rest works', async () => {
    const { store } = app.services.config
    const way = await forward(store.endpoint)
    const cutOff = await testAppForTest({ store: { ...store, endpoint: way.url } })
    const admin = await cutOff.signIn('admin')
    const { track } = await addTrack(admin)
    const { bytes: _, ...file } = wav({ pitch: 152 })
    const uploadId = await upload(admin, wav({ pitch: 151 }))
    const { playId } = await admin.api.stream.start({ trackId: track.id })
    await way.cut()
    const { cookie } = admin.request
    const body = JSON.stringify({ uploadId })
    const answer = await callHttp(cutOff.services, 'tracks.create', body, { cookie })
    expect(answer).toMatchObject({
      status: 503,
      error: { message: 'store_unavailable', data: { reason: 'store_unavailable' } },
    })
    expect(answer.text).not.toMatch(leak)
    expect(await checkReady(cutOff.services)).toEqual({ database: true, store: false })
    const unavailable = { code: 'SERVICE_UNAVAILABLE', reason: 'store_unavailable' }
    // That it answered is believed for a second.
    await expect
      .poll(() => refusal(admin.api.stream.renew({ playId })).catch(() => null), { timeout: 5_000 })
      .toEqual(unavailable)
    const { id: trackId } = track
    const { api } = admin
    const calls = [
      api.stream.start({ trackId }),
      api.stream.prepare({ trackIds: [trackId] }),
      api.tracks.presignUpload({ filename: 'a.wav', ...file }),
      api.tracks.presignCover({ contentType: 'image/png', sizeBytes: 9 }),
      api.tracks.abortUpload({ uploadId }),
    ]
    expect(await Promise.all(calls.map(refusal))).toEqual(calls.map(() => unavailable))
    expect((await api.history.list({})).items.map((play) => play.playId)).toEqual([playId])
    expect((await api.tracks.list({})).items).toHaveLength(1)
  })

  it('that accepts and never answers, as the database too, is not ready within seconds', async () => {
    const mute = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void mute.close())
    await once(mute, 'listening')
    const { port } = mute.address() as AddressInfo
    const away = await testAppForTest({
      databaseUrl: `postgresql://segue:secret@127.0.0.1:${port}/segue`,
      store: { ...app.services.config.store, endpoint: `http://127.0.0.1:${port}` },
    })
    const begin = performance.now()
    expect(await checkReady(away.services)).toEqual({ database: false, store: false })
    expect(performance.now() - begin).toBeLessThan(5_000)
  })

  it('that has the wrong keys or no bucket is unavailable too', async () => {
    const { store } = app.services.config
    for (const wrong of [{ secretAccessKey: 'another' }, { bucket: 'no-such-bucket' }]) {
      const away = await testAppForTest({ store: { ...store, ...wrong } })
      expect(await checkReady(away.services)).toEqual({ database: true, store: false })
    }
  })
})
