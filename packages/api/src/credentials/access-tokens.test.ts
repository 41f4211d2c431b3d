import { createHmac, generateKeyPairSync } from 'node:crypto'

import { type JWTHeaderParameters, SignJWT } from 'jose'
import { v7 } from 'uuid'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { createAccessTokens } from './access-tokens.ts'

const secret = 'a secret of the tests, 32 bytes or more'
const tokens = createAccessTokens(secret)
const ours = { userId: v7(), signInId: v7() }
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

afterEach(() => vi.useRealTimers())

describe('access tokens', () => {
  it('come back as whom they speak for', async () => {
    expect(await tokens.verify(await tokens.sign(ours))).toEqual(ours)
  })

  it('live for 15 minutes', async () => {
    const token = await tokens.sign(ours)
    const { iat, exp } = claimsOf(token)
    expect(exp - iat).toBe(900)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 880_000 })
    expect(await tokens.verify(token)).toEqual(ours)
    vi.setSystemTime(Date.now() + 30_000)
    await expect(tokens.verify(token)).rejects.toMatchObject({ reason: 'session_expired' })
  })

  it('are refused when they are from the future', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    const token = await tokens.sign(ours)
    vi.useRealTimers()
    await expect(tokens.verify(token)).rejects.toMatchObject({ reason: 'session_expired' })
  })

  it.each(forgeries())('are refused when forged: %s', async (_, forge) => {
    const token = await forge()
    await expect(tokens.verify(token)).rejects.toMatchObject({ reason: 'session_expired' })
  })
})

/** Every token but the first of these is as ours in all but one thing. */
function forgeries(): [what: string, forge: () => Promise<string> | string][] {
  const header = { alg: 'HS256', typ: 'at+jwt' }
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    sub: ours.userId,
    sid: ours.signInId,
    iss: 'segue',
    aud: 'segue-api',
    iat: now,
    exp: now + 900,
  }
  const { sub: _sub, ...noSub } = claims
  const { sid: _sid, ...noSid } = claims
  const { exp: _exp, ...noExp } = claims
  const { iat: _iat, ...noIat } = claims
  const jwk = publicKey.export({ format: 'jwk' })
  return [
    ['not a token', () => 'a.b.c'],
    ['empty parts', () => '..'],
    ['no algorithm', () => sign({ ...header, alg: 'none' }, claims).replace(/[^.]+$/, '')],
    ['no algorithm, with a signature', () => sign({ ...header, alg: 'none' }, claims)],
    [
      'another algorithm of the same key',
      () => sign({ ...header, alg: 'HS512' }, claims, 'sha512'),
    ],
    [
      'an algorithm with public keys',
      () => signWithPrivateKey({ ...header, alg: 'ES256' }, claims),
    ],
    [
      'its own key in the header',
      () => signWithPrivateKey({ ...header, alg: 'ES256', jwk }, claims),
    ],
    ['another key', () => sign(header, claims, 'sha256', 'another secret of 32 bytes or more')],
    [
      'an empty key named by path',
      () => sign({ ...header, kid: '../../dev/null' }, claims, 'sha256', ''),
    ],
    [
      'keys at an address',
      () => sign({ ...header, jku: 'http://127.0.0.1:9/' }, claims, 'sha256', 'x'),
    ],
    [
      'a certificate at an address',
      () => sign({ ...header, x5u: 'http://127.0.0.1:9/' }, claims, 'sha256', 'x'),
    ],
    ['a critical extension', () => sign({ ...header, crit: ['b64'], b64: false }, claims)],
    ['another type', () => sign({ ...header, typ: 'JWT' }, claims)],
    ['no type', () => sign({ alg: 'HS256' }, claims)],
    ['another issuer', () => sign(header, { ...claims, iss: 'another' })],
    ['another audience', () => sign(header, { ...claims, aud: 'another' })],
    ['no user', () => sign(header, noSub)],
    ['no sign-in', () => sign(header, noSid)],
    ['a user that is no id', () => sign(header, { ...claims, sub: "' or 1=1" })],
    ['a user that is no string', () => sign(header, { ...claims, sub: { $ne: null } })],
    ['no end', () => sign(header, noExp)],
    ['no beginning', () => sign(header, noIat)],
    ['a longer life', () => sign(header, { ...claims, iat: now - 1_000, exp: now + 10_000 })],
    ['not before later', () => sign(header, { ...claims, nbf: now + 600 })],
    ['claims that are no object', () => sign(header, 'text')],
    ['claims that are null', () => sign(header, null)],
  ]
}

function sign(header: object, claims: unknown, hash = 'sha256', key = secret): string {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`
}

function signWithPrivateKey(
  header: JWTHeaderParameters,
  claims: Record<string, unknown>,
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey)
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function claimsOf(token: string): { iat: number; exp: number } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}
