import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { readConfig, rootFolder } from './config.ts'

const folder = mkdtempSync('/tmp/segue-config-')
afterAll(() => rmSync(folder, { recursive: true }))

const read = (environment: Record<string, string>, envFile = '/nonexistent') =>
  readConfig(environment, envFile)
const secretKey = '4f0c9a7be21d8365f0b9127acd34e85f'
const store = {
  S3_ENDPOINT: 'https://s3.example.org',
  S3_BUCKET: 'music',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'hidden',
}

describe('readConfig', () => {
  it('runs everything embedded without a single setting', () => {
    const config = read({})
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      publicUrl: null,
      dataDir: join(rootFolder, '.data'),
      databaseUrl: null,
      store: null,
      hasDemo: true,
      registration: 'open',
      proxyHops: 0,
      admin: { email: 'admin@segue.localhost', password: null },
      limits: { signInPerAccount: 10, callsPerAdmin: 12_000 },
    })
  })

  it('prefers the environment to .env, also where it is empty', () => {
    const file = join(folder, '.env')
    writeFileSync(file, 'PORT=5000\nHOST=0.0.0.0\nREGISTRATION=closed\n')
    const config = read({ PORT: '6000', HOST: '' }, file)
    expect(config).toMatchObject({ port: 6000, host: '127.0.0.1', registration: 'closed' })
  })

  it('takes an external database and store', () => {
    const config = read({
      ...store,
      SECRET_KEY: secretKey,
      DATABASE_URL: 'postgres://a:b@db/segue',
      DATABASE_REPLICA_URLS: 'postgres://a:b@r1/segue, postgres://a:b@r2/segue',
      S3_FORCE_PATH_STYLE: 'false',
    })
    expect(config.store).toMatchObject({ bucket: 'music', forcePathStyle: false })
    expect(config.storePublicEndpoint).toBe('https://s3.example.org')
    expect(config.databaseReplicaUrls).toHaveLength(2)
    expect(config.hasDemo).toBe(false)
  })

  it('reads origins and proxies', () => {
    const config = read({
      PUBLIC_URL: 'HTTPS://Music.example.org/',
      ALLOWED_ORIGINS: 'https://a.example.org,, http://b.example.org:81',
      TRUST_PROXY: '2',
    })
    expect(config.publicUrl).toBe('https://music.example.org')
    expect(config.allowedOrigins).toEqual(['https://a.example.org', 'http://b.example.org:81'])
    expect(config.proxyHops).toBe(2)
    expect(read({ TRUST_PROXY: 'off' }).proxyHops).toBe(0)
  })

  it('has every setting of .env.example, and its values are the defaults', () => {
    expect(readConfig({}, join(rootFolder, '.env.example'))).toEqual(read({}))
    const names = readFileSync(join(rootFolder, '.env.example'), 'utf8').match(/^[A-Z0-9_]+(?==)/gm)
    expect(names).toHaveLength(29)
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PUBLIC_URL: 'music.example.org' }, 'PUBLIC_URL must be an address like'],
    [{ PUBLIC_URL: 'https://a.org/x' }, 'PUBLIC_URL must be an origin without a path'],
    [{ ALLOWED_ORIGINS: 'https://a.org,*' }, 'ALLOWED_ORIGINS must be an address like'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address like'],
    [{ DATABASE_URL: 'postgres://db/x' }, 'SECRET_KEY is needed with DATABASE_URL'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY must be at least 32 bytes'],
    [{ SECRET_KEY: 'x'.repeat(40) }, 'SECRET_KEY looks like an example'],
    [{ SECRET_KEY: `change-me-${secretKey}` }, 'SECRET_KEY looks like an example'],
    [{ ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD must have at least 8 characters'],
    [{ ADMIN_EMAIL: 'nobody' }, 'ADMIN_EMAIL must be an e-mail address'],
    [{ DEMO: 'maybe' }, 'DEMO must be one of: on, off'],
    [{ TRUST_PROXY: 'yes' }, "TRUST_PROXY must be 'off' or a number of proxies"],
    [{ LIMIT_CALLS_PER_USER: '-1' }, 'LIMIT_CALLS_PER_USER must be a whole number'],
    [{ SECURITY_CONTACT: 'ring me' }, 'SECURITY_CONTACT must be an e-mail or https address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of: trace, debug'],
    [{ S3_ENDPOINT: 'https://s3.a.org' }, 'S3_ENDPOINT needs S3_BUCKET'],
    [{ S3_BUCKET: 'music' }, 'S3_ENDPOINT is needed with S3_BUCKET'],
  ])('refuses %j in one line that names the setting', (environment, complaint) => {
    const attempt = () => read(environment as Record<string, string>)
    expect(attempt).toThrow(`bad setting: ${complaint}`)
    expect(attempt).toThrow(/^.*$/)
  })

  it('never repeats the value of a bad secret', () => {
    expect(() => read({ SECRET_KEY: 'hunter2', ADMIN_PASSWORD: 'hunter2' })).not.toThrow(/hunter2/)
  })
})
