import { describe, expect, it } from 'vitest'

import { testAppForTest } from '../../test/test-app.ts'
import { ensureFirstAdmin } from './ensure-first-admin.ts'
import { User } from './user.entity.ts'

const email = 'admin@segue.localhost'

describe('ensureFirstAdmin', () => {
  it('makes one admin among processes that start at once, with a password of its own', async () => {
    const app = await testAppForTest()
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => ensureFirstAdmin(app.services, { email })),
    )
    const [admin, ...others] = made.filter((one) => one !== null)
    expect(others).toEqual([])
    const password = admin?.generatedPassword ?? ''
    expect(password).toMatch(/^[\w-]{16}$/)
    const { user } = await app.client().api.auth.login({ email, password })
    expect(user.role).toBe('admin')
  })

  it('takes a given password, and makes none while there is an admin', async () => {
    const app = await testAppForTest()
    const given = { email, password: 'a password that was given' }
    expect(await ensureFirstAdmin(app.services, given)).toEqual({ email, generatedPassword: null })
    await expect(app.client().api.auth.login(given)).resolves.toBeDefined()
    expect(await ensureFirstAdmin(app.services, { email: 'other@segue.localhost' })).toBeNull()
    expect(await app.services.orm.em.fork().count(User)).toBe(1)
  })
})
