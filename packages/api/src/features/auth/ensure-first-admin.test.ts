import { describe, expect, it } from 'vitest'

import { testAppForTest } from '../../test/test-app.ts'
import { ensureFirstAdmin, hasAdmin } from './ensure-first-admin.ts'

const first = { email: 'admin@segue.localhost', password: 'a password that was given' }

describe('ensureFirstAdmin', () => {
  it('makes one admin among processes that start at once', async () => {
    const app = await testAppForTest()
    expect(await hasAdmin(app.services)).toBe(false)
    const made = await Promise.all([1, 2, 3, 4].map(() => ensureFirstAdmin(app.services, first)))
    expect(made.filter(Boolean)).toHaveLength(1)
    const { user } = await app.client().api.auth.login(first)
    expect(user.role).toBe('admin')
  })

  it('makes none while there is an admin', async () => {
    const app = await testAppForTest()
    await app.signIn('admin')
    expect(await ensureFirstAdmin(app.services, first)).toBe(false)
    await expect(app.client().api.auth.login(first)).rejects.toThrow('invalid_credentials')
  })
})
