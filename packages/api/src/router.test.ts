import { afterAll, describe, expect, it } from 'vitest'

import { appRouter } from './router.ts'
import { refusal } from './test/refusal.ts'
import { testApp, type TestClient } from './test/test-app.ts'

type Audience = 'anyone' | 'listener' | 'admin'

/** Who may call what: a procedure that is not in here fails the tests. */
const audiences: Record<string, Audience> = {
  'auth.login': 'anyone',
  'auth.logout': 'listener',
  'auth.refresh': 'anyone',
  'auth.register': 'anyone',
  'auth.revokeSession': 'listener',
  'auth.session': 'anyone',
  'auth.sessions': 'listener',
  'auth.token': 'anyone',
  'history.list': 'listener',
  'me.get': 'listener',
  'stream.prepare': 'listener',
  'stream.renew': 'listener',
  'stream.report': 'listener',
  'stream.start': 'listener',
  'tracks.abortUpload': 'admin',
  'tracks.byId': 'listener',
  'tracks.create': 'admin',
  'tracks.facets': 'listener',
  'tracks.list': 'listener',
  'tracks.presignCover': 'admin',
  'tracks.presignUpload': 'admin',
}

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

// oxlint-disable-next-line no-underscore-dangle -- tRPC has no other name for the list
const names = Object.keys(appRouter._def.procedures)

/** Calls by name; who is not let in never has the input read, so it may be anything. */
async function call(client: TestClient, name: string): Promise<unknown> {
  const procedure = name
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], client.api)
  return (procedure as (input: unknown) => Promise<unknown>)({ id: 'not an id' })
}

describe('every procedure', () => {
  it('has a stated audience', () => {
    expect(names.toSorted()).toEqual(Object.keys(audiences).toSorted())
  })

  it.each(names.filter((name) => audiences[name] !== 'anyone'))(
    'turns away who is signed out: %s',
    async (name) => {
      expect(await refusal(call(app.client(), name))).toEqual({
        code: 'UNAUTHORIZED',
        reason: 'signed_out',
      })
    },
  )

  it.each(names.filter((name) => audiences[name] === 'admin'))(
    'for admins turns a listener away: %s',
    async (name) => {
      const listener = await app.signIn()
      expect(await refusal(call(listener, name))).toEqual({
        code: 'FORBIDDEN',
        reason: 'forbidden',
      })
    },
  )

  it.each(names)('lets in whom it is for: %s', async (name) => {
    const caller = audiences[name] === 'anyone' ? app.client() : await app.signIn('admin')
    const reason = await call(caller, name).then(
      () => 'answered',
      () => refusal(call(caller, name)).then((refused) => refused.reason),
    )
    expect(['answered', 'input_invalid']).toContain(reason)
  })
})
