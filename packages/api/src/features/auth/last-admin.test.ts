import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { refusal } from '../../test/refusal.ts'
import { testApp, type TestApp, testPassword, type TestUser } from '../../test/test-app.ts'
import { User } from './user.entity.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const lastAdmin = { code: 'CONFLICT', reason: 'last_admin' }

/** These admins and no others. */
async function admins(count: number): Promise<TestUser[]> {
  await em().nativeUpdate(User, { role: 'admin' }, { role: 'listener' })
  const users: TestUser[] = []
  for (let index = 0; index < count; index++) users.push(await app.signIn('admin'))
  return users
}

const remaining = () => em().count(User, { role: 'admin', disabledAt: null })

/** Every way in which an admin could be one no more, by another or by themselves. */
const ways: Record<string, (by: TestUser, id: string) => Promise<unknown>> = {
  demoted: ({ api }, id) => api.admin.users.update({ id, role: 'listener' }),
  disabled: ({ api }, id) => api.admin.users.update({ id, disabled: true }),
  removed: ({ api }, id) => api.admin.users.remove({ id }),
}

describe('the last admin', () => {
  it.each(Object.entries(ways))('cannot be %s', async (_, end) => {
    const [last] = await admins(1)
    if (!last) throw new Error('no admin')
    expect(await refusal(end(last, last.user.id))).toEqual(lastAdmin)
    expect(await remaining()).toBe(1)
    await expect(last.api.admin.users.list({})).resolves.toBeDefined()
  })

  it('cannot erase the own account', async () => {
    const [last] = await admins(1)
    expect(
      await refusal(last?.api.me.delete({ password: testPassword }) ?? Promise.resolve()),
    ).toEqual(lastAdmin)
    expect(await remaining()).toBe(1)
  })

  it('is so beside others who are disabled', async () => {
    const [last, other] = await admins(2)
    if (!last || !other) throw new Error('no admins')
    await last.api.admin.users.update({ id: other.user.id, disabled: true })
    for (const end of Object.values(ways))
      expect(await refusal(end(last, last.user.id))).toEqual(lastAdmin)
    await expect(last.api.admin.users.remove({ id: other.user.id })).resolves.toEqual({})
  })

  it('may change everything else', async () => {
    const [last] = await admins(1)
    const id = last?.user.id ?? ''
    const changed = { id, nickname: 'Keeper', role: 'admin', disabled: false } as const
    expect(await last?.api.admin.users.update(changed)).toMatchObject(changed)
  })

  it.each(Object.entries(ways))(
    'remains when all of them are %s at once, each by another',
    async (_, end) => {
      for (let round = 0; round < 3; round++) {
        const all = await admins(4)
        const outcomes = await Promise.allSettled(
          all.map((by, index) => end(by, all[(index + 1) % all.length]?.user.id ?? '')),
        )
        expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)
        expect(await remaining()).toBeGreaterThanOrEqual(1)
      }
    },
  )

  it('remains when all go by themselves, each in another way, at once', async () => {
    for (let round = 0; round < 3; round++) {
      const all = await admins(4)
      const everyWay = [
        ...Object.values(ways),
        ({ api }: TestUser) => api.me.delete({ password: testPassword }),
      ]
      const outcomes = await Promise.allSettled(
        all.map((by, index) => everyWay[index]?.(by, by.user.id)),
      )
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
      expect(await remaining()).toBe(1)
    }
  })
})
