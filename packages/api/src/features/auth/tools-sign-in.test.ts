import { expect, it } from 'vitest'

import { beginToolsSignIn, endToolsSignIn, isToolsSignInLive } from '../../index.ts'
import { refusal } from '../../test/refusal.ts'
import { testAppForTest } from '../../test/test-app.ts'
import { User } from './user.entity.ts'

it('a sign-in for tools is live while its admin is an admin and enabled', async () => {
  const app = await testAppForTest()
  expect(await beginToolsSignIn(app.services)).toBeNull()
  const { user } = await app.signIn('admin')
  const refreshToken = (await beginToolsSignIn(app.services)) ?? ''
  const isLive = () => isToolsSignInLive(app.services, refreshToken)
  const change = (to: Partial<Pick<User, 'role' | 'disabledAt'>>) =>
    app.services.orm.em.fork().nativeUpdate(User, { id: user.id }, to)
  expect(await isLive()).toBe(true)
  await change({ role: 'listener' })
  expect(await isLive()).toBe(false)
  await change({ role: 'admin', disabledAt: new Date() })
  expect(await isLive()).toBe(false)
  await change({ disabledAt: null })
  await app.client().api.auth.refresh({ refreshToken })
  expect(await isLive()).toBe(false)
})

it('a sign-in for tools ends with its tokens, after it was refreshed too', async () => {
  const app = await testAppForTest()
  await app.signIn('admin')
  const first = (await beginToolsSignIn(app.services)) ?? ''
  const tokens = await app.client().api.auth.refresh({ refreshToken: first })
  const tools = app.client({ authorization: `Bearer ${tokens.accessToken}` })
  await expect(tools.api.me.get()).resolves.toMatchObject({ role: 'admin' })
  await endToolsSignIn(app.services, tokens.refreshToken)
  await endToolsSignIn(app.services, tokens.refreshToken)
  const later = app.client({ authorization: `Bearer ${tokens.accessToken}` })
  expect((await refusal(later.api.me.get())).reason).toBe('session_expired')
  expect(await isToolsSignInLive(app.services, tokens.refreshToken)).toBe(false)
})
