import { afterAll, describe, expect, it } from 'vitest'

import type { Role } from './features/auth/user.entity.ts'
import { User } from './features/auth/user.entity.ts'
import { appRouter } from './router.ts'
import {
  type Belongings,
  fillShelf,
  missing,
  type Owner,
  ownerOfEverything,
} from './test/belongings.ts'
import { belongingsOf, exampleOf, usesFiles } from './test/example-inputs.ts'
import { outcomeOf } from './test/outcome.ts'
import { inputFields, proceduresOf } from './test/procedures.ts'
import { allRows, rowsOf } from './test/rows.ts'
import { testApp } from './test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const em = () => app.services.orm.em.fork()
const shelf = await fillShelf(em())
const victim = await ownerOfEverything(app, shelf)
const listener = await ownerOfEverything(app, shelf, 'listener')
const procedures = proceduresOf(appRouter)
const names = [...procedures.keys()]
const isQuery = (name: string) => procedures.get(name)?.type === 'query'
/** Those that only read a playlist, which may be another's when it is public. */
const isReading = (name: string) => isQuery(name) || name === 'playlists.duplicate'

/** Who may call it at all, with as few rights as possible. */
async function roleFor(name: string): Promise<Role> {
  if (procedures.get(name)?.inputs.length === 0)
    return name.startsWith('admin.') ? 'admin' : 'listener'
  const outcome = await outcomeOf(listener, name, 'no input')
  return 'reason' in outcome && outcome.reason === 'forbidden' ? 'admin' : 'listener'
}

/** A new user; uploads have bytes where the example of that procedure uses them. */
async function ownerFor(name: string): Promise<Owner> {
  const hasFiles = usesFiles(name, victim.own)
  return ownerOfEverything(app, shelf, await roleFor(name), { hasFiles })
}

type Substitution = [name: string, field: keyof Belongings, theirs: keyof Belongings]

const substitutions = names
  // The admins' part of the API is there to reach what is others'.
  .filter((name) => !name.startsWith('admin.'))
  .flatMap((name) =>
    belongingsOf(name, victim.own)
      .filter((field) => field in missing())
      .flatMap((field): Substitution[] => {
        const substitution: Substitution = [name, field, field]
        // Whoever may read a public playlist may do no more with it.
        const isPublicOne = field === 'playlistId' && !isReading(name)
        return isPublicOne ? [substitution, [name, field, 'publicPlaylistId']] : [substitution]
      }),
  )

describe("with another user's ids", () => {
  it.each(substitutions)('%s answers as for a missing %s: %s', async (name, field, theirs) => {
    const before = await rowsOf(em(), victim.own.userId)
    const outcomes = []
    for (const id of [victim.own[theirs], missing()[field as 'playId']]) {
      const intruder = await ownerFor(name)
      const input = exampleOf(name, { ...intruder.own, [field]: id })
      const outcome = await outcomeOf(intruder, name, input)
      outcomes.push('reason' in outcome || isQuery(name) ? outcome : 'answered')
    }
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(await rowsOf(em(), victim.own.userId)).toEqual(before)
  })
})

describe('what a listener is answered', () => {
  it.each(names)('holds no secret, and nothing that is private to others: %s', async (name) => {
    const caller = await ownerFor(name)
    const { publicPlaylistId: playlistId, slug } = victim.own
    const input = exampleOf(name, { ...caller.own, ...(isQuery(name) && { playlistId, slug }) })
    const answer = JSON.stringify(await outcomeOf(caller, name, input))
    expect(answer).not.toMatch(/password_?hash|\$argon2|email_?key|object_?key|upload_?key/i)
    expect(name.startsWith('admin.') ? '' : answer).not.toContain(victim.own.email)
  })
})

describe('what no input may set', () => {
  const marker = '00000000-feed-7000-8000-00000000feed'
  const instant = '1999-09-09T09:09:09.000Z'
  const ids = ['id', 'userId', 'ownerId', 'user', 'owner', 'signInId', 'coverId', 'avatarId']
  const texts = ['passwordHash', 'emailKey', 'slug', 'objectKey', 'token', 'nickname', 'email']
  const forbidden: [string, unknown][] = [
    ...[...ids, ...texts].map((field): [string, string] => [field, marker]),
    ...['createdAt', 'updatedAt', 'playedAt'].map((field): [string, string] => [field, instant]),
    ...['playCount', 'position'].map((field): [string, number] => [field, 987_654_321]),
    ...Object.entries({ ids: [marker], role: 'admin', isAdmin: true, disabledAt: null }),
    ...Object.entries({ state: 'used', kind: 'device', completed: true, isPublic: true }),
  ]

  it.each(names)('changes nothing beside the input of %s', async (name) => {
    const owner = await ownerFor(name)
    const taken = inputFields(procedures.get(name)?.inputs ?? [])
    const extra = Object.fromEntries(forbidden.filter(([field]) => !taken.includes(field)))
    const admins = await em().count(User, { role: 'admin' })
    const example = exampleOf(name, owner.own) as object
    const outcome = await outcomeOf(owner, name, { ...extra, ...example })
    expect('reason' in outcome ? outcome.reason : 'input_invalid').toBe('input_invalid')
    const rows = JSON.stringify(await allRows(em()))
    expect(rows).not.toMatch(/feed-7000|1999-09-09|987654321/)
    expect(await em().count(User, { role: 'admin' })).toBeLessThanOrEqual(admins)
  })
})
