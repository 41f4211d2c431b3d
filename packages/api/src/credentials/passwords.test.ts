import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { hashPassword, verifyPassword } from './passwords.ts'

describe('hashPassword', () => {
  it('gives Argon2id with the parameters of OWASP and a salt of its own', async () => {
    const [one, other] = await Promise.all([
      hashPassword('one and same'),
      hashPassword('one and same'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
  })

  it('leaves the event loop free', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await Promise.all(Array.from({ length: 8 }, () => hashPassword('a password')))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })

  it('leaves threads for files however many ask, and refuses those that would wait long', async () => {
    let settled = 0
    const calls = Array.from({ length: 150 }, () =>
      hashPassword('a password').finally(() => (settled += 1)),
    )
    const outcomes = Promise.allSettled(calls)
    await readFile(import.meta.filename)
    // The 48 that are refused at once, and the few that were hashed meanwhile.
    expect(settled).toBeLessThan(60)
    const refused = (await outcomes).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(48)
    for (const outcome of refused)
      expect(outcome).toMatchObject({
        reason: { reason: 'rate_limited', details: { retryAfter: 1 } },
      })
  })
})

describe('verifyPassword', () => {
  it('takes every character as it is', async () => {
    const password = '비밀번호🎵 é '
    const passwordHash = await hashPassword(password)
    expect(await verifyPassword(passwordHash, password)).toBe(true)
    for (const other of [
      password.normalize('NFD'),
      password.trim(),
      `${password} `,
      password.toUpperCase(),
    ])
      expect(await verifyPassword(passwordHash, other)).toBe(false)
  })

  it('reads long passwords to their end', async () => {
    const passwordHash = await hashPassword('a'.repeat(256))
    expect(await verifyPassword(passwordHash, 'a'.repeat(255))).toBe(false)
  })

  it('is false for an account that does not exist, whatever the password', async () => {
    expect(await verifyPassword(undefined, '')).toBe(false)
    expect(await verifyPassword(undefined, '\0\uD800')).toBe(false)
  })
})
