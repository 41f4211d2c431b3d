import { afterAll, expect, it } from 'vitest'

import { Session } from './session.entity.ts'
import { type Outcome, outcomeOf } from '../../test/outcome.ts'
import { testApp, type TestClient, testPassword } from '../../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const longAgo = new Date(Date.now() - 86_400_000)

/** Devices whose use is due to be noted, as every call of theirs does. */
async function signInDevices(email: string, count: number) {
  const devices: (TestClient & { refreshToken: string })[] = []
  for (let index = 0; index < count; index++) {
    const { accessToken, refreshToken } = await app
      .client()
      .api.auth.token({ email, password: testPassword })
    devices.push({ ...app.client({ authorization: `Bearer ${accessToken}` }), refreshToken })
  }
  await app.services.orm.em
    .fork()
    .nativeUpdate(Session, { kind: 'device' }, { lastUsedAt: longAgo })
  return devices
}

it('uses, refreshes and ends of sign-ins wait for each other, and none fails for it', async () => {
  const admin = await app.signIn('admin')
  for (let round = 0; round < 5; round++) {
    const browser = await app.signIn()
    const { id, email } = browser.user
    const devices = await signInDevices(email, 6)
    const change = { currentPassword: testPassword, newPassword: testPassword }
    const outcomes: Outcome[] = await Promise.all([
      ...devices.flatMap((device) => [
        outcomeOf(app.client(device.request), 'me.get'),
        outcomeOf(app.client(), 'auth.refresh', { refreshToken: device.refreshToken }),
        outcomeOf(app.client(device.request), 'me.update', { nickname: 'New' }),
        outcomeOf(app.client(), 'auth.token', { email, password: testPassword }),
      ]),
      ...devices.slice(0, 2).map((device) => outcomeOf(app.client(device.request), 'auth.logout')),
      outcomeOf(browser, 'auth.changePassword', change),
      outcomeOf(admin, 'admin.users.endSessions', { id }),
      outcomeOf(admin, 'admin.users.update', { id, disabled: true }),
      outcomeOf(admin, 'admin.users.update', { id, role: 'admin', disabled: false }),
      outcomeOf(admin, 'admin.users.remove', { id }),
    ])
    const refused = outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome.code] : []))
    expect(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHORIZED']).toEqual(expect.arrayContaining(refused))
    expect(outcomes.at(-1)).toEqual({ answer: {} })
  }
}, 90_000)
