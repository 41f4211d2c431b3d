import { mkdtemp, rm } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readConfig } from './config.ts'
import { type RunningServer, start } from './start.ts'
import { call } from './test/calls.ts'

const folder = await mkdtemp('/tmp/segue-metrics-')
let server: RunningServer
let url: string

beforeAll(async () => {
  const settings = { DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'silent' }
  const config = readConfig({ ...settings, LIMIT_SIGN_IN_PER_ACCOUNT: '2' }, '/nonexistent')
  server = await start({ config, say: () => {}, signal: new AbortController().signal })
  url = `http://127.0.0.1:${server.port}`
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

/** The value of a series, by its name and labels as they stand in the text. */
function read(text: string, series: string): number {
  const line = text.split('\n').find((line) => line.startsWith(`${series} `))
  return Number(line?.slice(series.length + 1) ?? 0)
}

const scrape = (headers: Record<string, string> = {}) => fetch(`${url}/metrics`, { headers })

describe('/metrics', () => {
  it('tells rate, outcome and duration of procedures, and security events', async () => {
    const before = await (await scrape()).text()
    for (let at = 0; at < 4; at++)
      await call(url, 'auth.login', { email: 'admin@segue.localhost', password: 'wrong' })
    await fetch(`${url}/trpc/auth.session,auth.session?batch=1&input={}`)
    await call(url, 'auth.register', { email: 'no e-mail' })
    const text = await (await scrape()).text()
    const grown = (series: string) => read(text, series) - read(before, series)
    const calls = (procedure: string, outcome: string) =>
      grown(`segue_calls_total{procedure="${procedure}",outcome="${outcome}"}`)
    expect(calls('auth.login', 'invalid_credentials')).toBe(2)
    expect(calls('auth.login', 'rate_limited')).toBe(2)
    expect(calls('auth.session', 'ok')).toBe(2)
    expect(calls('auth.register', 'input_invalid')).toBe(1)
    expect(grown('segue_call_duration_seconds_count{procedure="auth.login"}')).toBe(4)
    expect(grown('segue_call_duration_seconds_sum{procedure="auth.login"}')).toBeGreaterThan(0)
    expect(grown('segue_security_events_total{event="sign_in_failed"}')).toBe(2)
    expect(grown('segue_limits_reached_total{limit="sign_in_per_account"}')).toBe(1)
    expect(grown('segue_http_requests_total{route="trpc",status="429"}')).toBe(2)
  })

  it('tells of the database, the event loop and memory', async () => {
    const answer = await scrape()
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(read(text, 'segue_database_connections{state="open"}')).toBeGreaterThan(0)
    expect(text).toContain('segue_database_connections{state="idle"}')
    expect(text).toContain('segue_database_connections{state="waiting"} 0')
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes'])
      expect(read(text, name)).toBeGreaterThan(0)
  })

  it('gives nobody the means to make more series', async () => {
    for (const path of ['/trpc/no.such', '/trpc/auth.__proto__', '/anything', '/constructor/x'])
      await fetch(url + path)
    await fetch(`${url}/trpc/nothing,here?batch=1`)
    const text = await (await scrape()).text()
    expect(text).not.toMatch(/no\.such|nothing|anything|constructor|__proto__/)
  })

  it('is there for nobody behind a proxy on this machine', async () => {
    const answer = await scrape({ 'x-forwarded-for': '192.0.2.1' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('not found\n')
  })
})
