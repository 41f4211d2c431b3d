import { createHash } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import { Session } from '../features/auth/session.entity.ts'
import { testApp } from '../test/test-app.ts'
import { LuciaAdapter } from './lucia-adapter.ts'
import { beginSignIn, sweepSessions } from './sign-ins.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const { lucia, orm } = app.services
const adapter = new LuciaAdapter(orm)

async function begin() {
  const { user } = await app.signIn()
  return { user, session: await beginSignIn(orm.em.fork(), lucia, user.id, { kind: 'device' }) }
}

describe('LuciaAdapter', () => {
  it('answers with the plain id it was called with', async () => {
    const { user, session } = await begin()
    const [found, owner] = await adapter.getSessionAndUser(session.id)
    expect(found).toMatchObject({ id: session.id, userId: user.id, attributes: { kind: 'device' } })
    expect(owner?.id).toBe(user.id)
  })

  it('draws ids that have 200 random bits, each its own', async () => {
    const { user } = await app.signIn()
    const em = orm.em.fork()
    const ids = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const { id } = await beginSignIn(em.fork(), lucia, user.id, { kind: 'device' })
        return id
      }),
    )
    for (const id of ids) expect(id).toMatch(/^[a-z2-7]{40}$/)
    // 32 letters in 8,000 places: were one bit of a letter fixed, half of them would never come.
    for (let at = 0; at < 40; at += 1)
      expect(new Set(ids.map((id) => id[at])).size).toBeGreaterThan(24)
    expect(new Set(ids).size).toBe(200)
  })

  it('keeps only a hash, which opens nothing', async () => {
    const { session } = await begin()
    const id = createHash('sha256').update(session.id).digest('hex')
    expect(await orm.em.fork().count(Session, { id })).toBe(1)
    expect(await adapter.getSessionAndUser(id)).toEqual([null, null])
  })

  it('lists and ends the sessions of a user', async () => {
    const { user, session } = await begin()
    expect(await adapter.getUserSessions(user.id)).toHaveLength(2)
    await adapter.deleteSession(session.id)
    expect(await adapter.getUserSessions(user.id)).toHaveLength(1)
    await lucia.invalidateUserSessions(user.id)
    expect(await adapter.getUserSessions(user.id)).toEqual([])
  })

  it('lengthens no session past the end of its sign-in', async () => {
    const { session } = await begin()
    await adapter.updateSessionExpiration(session.id, new Date('2100-01-01'))
    const [found] = await adapter.getSessionAndUser(session.id)
    expect(found?.expiresAt).toEqual(found?.attributes.endsAt)
  })

  it('sweeps the sessions whose life is over, and no others', async () => {
    const { user, session } = await begin()
    await adapter.updateSessionExpiration(session.id, new Date(Date.now() - 1))
    await sweepSessions({ orm: app.services.orm, lucia })
    expect(await adapter.getUserSessions(user.id)).toHaveLength(1)
  })
})
