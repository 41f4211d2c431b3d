import { afterAll, describe, expect, it } from 'vitest'

import { hashSessionId } from './credentials/lucia-adapter.ts'
import { User } from './features/auth/user.entity.ts'
import { appRouter } from './router.ts'
import { fillShelf, type Owner, ownerOfEverything } from './test/belongings.ts'
import { exampleInputs, exampleOf, usesFiles } from './test/example-inputs.ts'
import { proceduresOf } from './test/procedures.ts'
import { callByName, outcomeOf } from './test/outcome.ts'
import { refusal } from './test/refusal.ts'
import { testApp, type TestClient } from './test/test-app.ts'

type Audience = 'anyone' | 'listener' | 'admin'

/** Who may call what: one not in here, or without its line in `test/example-inputs.ts`, fails. */
const audiences: Record<string, Audience> = {
  'admin.favorites.list': 'admin',
  'admin.favorites.remove': 'admin',
  'admin.history.list': 'admin',
  'admin.history.remove': 'admin',
  'admin.playlists.list': 'admin',
  'admin.playlists.remove': 'admin',
  'admin.playlists.update': 'admin',
  'admin.users.create': 'admin',
  'admin.users.endSessions': 'admin',
  'admin.users.list': 'admin',
  'admin.users.remove': 'admin',
  'admin.users.resetLink': 'admin',
  'admin.users.update': 'admin',
  'albums.byId': 'listener',
  'albums.count': 'listener',
  'albums.list': 'listener',
  'artists.byId': 'listener',
  'artists.count': 'listener',
  'artists.list': 'listener',
  'auth.changePassword': 'listener',
  'auth.login': 'anyone',
  'auth.logout': 'listener',
  'auth.refresh': 'anyone',
  'auth.register': 'anyone',
  'auth.resetPassword': 'anyone',
  'auth.revokeSession': 'listener',
  'auth.session': 'anyone',
  'auth.sessions': 'listener',
  'auth.token': 'anyone',
  'favorites.count': 'listener',
  'favorites.list': 'listener',
  'favorites.set': 'listener',
  'favorites.toggle': 'listener',
  'history.clear': 'listener',
  'history.list': 'listener',
  'history.remove': 'listener',
  'history.removeMany': 'listener',
  'history.stats': 'listener',
  'me.delete': 'listener',
  'me.exportData': 'listener',
  'me.get': 'listener',
  'me.presignAvatar': 'listener',
  'me.update': 'listener',
  'playlists.add': 'listener',
  'playlists.byId': 'anyone',
  'playlists.bySlug': 'anyone',
  'playlists.contains': 'listener',
  'playlists.create': 'listener',
  'playlists.deleted': 'listener',
  'playlists.duplicate': 'listener',
  'playlists.list': 'listener',
  'playlists.move': 'listener',
  'playlists.remove': 'listener',
  'playlists.removeTracks': 'listener',
  'playlists.restore': 'listener',
  'playlists.restoreEntries': 'listener',
  'playlists.shared': 'anyone',
  'playlists.tracks': 'anyone',
  'playlists.update': 'listener',
  'queue.get': 'listener',
  'queue.progress': 'listener',
  'queue.save': 'listener',
  'queue.status': 'listener',
  'stream.prepare': 'listener',
  'stream.renew': 'listener',
  'stream.report': 'listener',
  'stream.start': 'listener',
  'tracks.abortUpload': 'admin',
  'tracks.byId': 'listener',
  'tracks.count': 'listener',
  'tracks.create': 'admin',
  'tracks.facets': 'listener',
  'tracks.file': 'listener',
  'tracks.list': 'listener',
  'tracks.match': 'listener',
  'tracks.loudness': 'admin',
  'tracks.presignCover': 'admin',
  'tracks.presignUpload': 'admin',
  'tracks.remove': 'admin',
  'tracks.restore': 'admin',
  'tracks.update': 'admin',
}

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const em = () => app.services.orm.em.fork()
const shelf = await fillShelf(em())

const names = [...proceduresOf(appRouter).keys()]
const guarded = names.filter((name) => audiences[name] !== 'anyone')
const forAdmins = names.filter((name) => audiences[name] === 'admin')

const roleFor = (name: string) => (audiences[name] === 'admin' ? 'admin' : 'listener')
const unauthorized = (reason: string) => ({ code: 'UNAUTHORIZED', reason })

/** What `playlists.shared` says of an address that is nobody's any more. */
const isNothing = (outcome: object) =>
  JSON.stringify(outcome) === JSON.stringify({ answer: { playlist: null } })

const victim = await ownerOfEverything(app, shelf)
const listener = await ownerOfEverything(app, shelf, 'listener')

/** An admin who was shut out, with the credentials of before. */
async function shutOut(change: (userId: string) => Promise<unknown>): Promise<Owner> {
  const owner = await ownerOfEverything(app, shelf)
  await change(owner.own.userId)
  return owner
}
const disabled = await shutOut((id) => em().nativeUpdate(User, { id }, { disabledAt: new Date() }))
const deleted = await shutOut((id) => em().nativeDelete(User, { id }))

const sessionId = victim.request.cookie?.split('=')[1]
const wrongCallers: [string, TestClient, { code: string; reason: string }][] = [
  ['nobody', app.client(), unauthorized('signed_out')],
  ['a disabled user, by cookie', disabled, { code: 'FORBIDDEN', reason: 'account_disabled' }],
  [
    'a disabled user, by bearer',
    disabled.device,
    { code: 'FORBIDDEN', reason: 'account_disabled' },
  ],
  ['a deleted user, by cookie', deleted, unauthorized('session_expired')],
  ['a deleted user, by bearer', deleted.device, unauthorized('session_expired')],
  [
    'a refresh token as cookie',
    app.client({ cookie: `segue=${victim.own.refreshToken}` }),
    unauthorized('session_expired'),
  ],
  [
    'the hash of a session as cookie',
    app.client({ cookie: `segue=${hashSessionId(sessionId ?? '')}` }),
    unauthorized('session_expired'),
  ],
  [
    'a session id as bearer',
    app.client({ authorization: `Bearer ${sessionId}` }),
    unauthorized('session_expired'),
  ],
  [
    'a refresh token as bearer, with a live cookie',
    app.client({ ...victim.request, authorization: `Bearer ${victim.own.refreshToken}` }),
    unauthorized('session_expired'),
  ],
]

describe('every procedure', () => {
  it('has a stated audience', () => {
    expect(Object.keys(audiences).toSorted()).toEqual(names.toSorted())
  })

  it('has an example of its input', () => {
    expect(Object.keys(exampleInputs).toSorted()).toEqual(names.toSorted())
  })

  it.each(names)('answers whom it is for: %s', async (name) => {
    const hasFiles = usesFiles(name, victim.own)
    const owner = await ownerOfEverything(app, shelf, roleFor(name), { hasFiles })
    expect(await callByName(owner, name, exampleOf(name, owner.own))).toEqual(expect.any(Object))
  })

  describe.each(wrongCallers)('turns away %s', (_, caller, expected) => {
    it.each(guarded)('%s', async (name) => {
      expect(await outcomeOf(caller, name, exampleOf(name, victim.own))).toEqual(expected)
    })
  })

  it.each(forAdmins)('for admins turns a listener away: %s', async (name) => {
    for (const caller of [listener, listener.device])
      expect(await outcomeOf(caller, name, exampleOf(name, listener.own))).toEqual({
        code: 'FORBIDDEN',
        reason: 'forbidden',
      })
  })

  it.each([
    ['disabled', disabled],
    ['deleted', deleted],
  ])('that is for anyone gives a %s user nothing of before', async (_, owner) => {
    const open = names.filter((name) => audiences[name] === 'anyone' && !name.startsWith('auth.'))
    expect(open.length).toBeGreaterThan(0)
    for (const name of open)
      for (const caller of [owner, owner.device])
        expect(await outcomeOf(caller, name, exampleOf(name, owner.own))).toSatisfy(
          (outcome: object) => 'reason' in outcome || isNothing(outcome),
        )
    for (const caller of [owner, owner.device]) {
      const outcome = await outcomeOf(caller, 'auth.session')
      expect('answer' in outcome ? outcome.answer : { user: null }).toMatchObject({ user: null })
    }
  })

  it("tells no browser's session from a spent or unknown refresh token", async () => {
    const refused = await refusal(app.client().api.auth.refresh({ refreshToken: sessionId ?? '' }))
    expect(refused).toEqual(unauthorized('session_expired'))
  })
})
