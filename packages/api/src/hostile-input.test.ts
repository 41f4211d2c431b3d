import { randomUUID } from 'node:crypto'

import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { hashPassword } from './credentials/passwords.ts'
import { DomainError, type Reason } from './errors.ts'
import { User } from './features/auth/user.entity.ts'
import { appRouter } from './router.ts'
import { fillShelf, type Owner, ownerOfEverything } from './test/belongings.ts'
import { callHttp, type HttpAnswer } from './test/call-http.ts'
import { exampleOf, usesFiles } from './test/example-inputs.ts'
import { hostileInputs, type Pool, toJson } from './test/hostile-inputs.ts'
import { proceduresOf } from './test/procedures.ts'
import { rowWatch } from './test/rows.ts'
import { testApp } from './test/test-app.ts'
import { toTrpcError } from './trpc/errors.ts'

/** How many inputs each procedure is called with; drawn anew each time unless there is a seed. */
const runs = Number(process.env.HOSTILE_RUNS ?? 20)
const seed = process.env.HOSTILE_SEED ? { seed: Number(process.env.HOSTILE_SEED) } : {}

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const em = () => app.services.orm.em.fork()
const shelf = await fillShelf(em())
const victim = await ownerOfEverything(app, shelf)
// Their e-mail is among the inputs, and with it the password that everybody else has.
const passwordHash = await hashPassword('a password of their own')
await em().nativeUpdate(User, { id: victim.own.userId }, { passwordHash })
const digests = await rowWatch(em(), victim.own.userId)
type Digests = Awaited<ReturnType<typeof digests>>
const foreignCursors = [
  (await victim.api.tracks.list({ limit: 1 })).nextCursor,
  (await victim.api.tracks.list({ limit: 1, sort: 'title' })).nextCursor,
].map(String)

const procedures = [...proceduresOf(appRouter)]

type Role = 'nobody' | 'listener' | 'admin'
const roles: Role[] = ['nobody', 'listener', 'listener', 'admin', 'admin']

/** Whoever signs out, or ends an account, has to be replaced for the next call. */
class Cast {
  readonly #owners = new Map<Role, Owner>()
  readonly #hasFiles: boolean

  constructor(procedure: string) {
    this.#hasFiles = usesFiles(procedure, victim.own)
  }

  /** @returns who is calling, and whether they are new; null for nobody */
  async play(role: Role): Promise<{ owner: Owner; isNew: boolean } | null> {
    if (role === 'nobody') return null
    const known = this.#owners.get(role)
    const owner = known ?? (await ownerOfEverything(app, shelf, role, { hasFiles: this.#hasFiles }))
    this.#owners.set(role, owner)
    return { owner, isNew: known === undefined }
  }

  async dismiss(): Promise<void> {
    const ids = [...this.#owners.values()].map(({ own }) => own.userId)
    await em().nativeDelete(User, { id: { $in: ids } })
    this.#owners.clear()
  }
}

function poolOf(callers: Awaited<ReturnType<Cast['play']>>[]): Pool {
  const owners = callers.flatMap((caller) => caller?.owner ?? [])
  const all = [victim, ...owners].map(({ own }) => own)
  const isId = (value: string) => /^[\da-f-]{36}$/.test(value)
  const garbage = Buffer.from('["x",[1]]').toString('base64url')
  return {
    ids: [...all.flatMap((own) => Object.values(own).filter(isId)), v7(), 'not an id'],
    cursors: [...foreignCursors, garbage, 'e30', '!'],
    emails: [...all.map(({ email }) => email), `${randomUUID()}@example.com`, 'nobody', 'a@b'],
    tokens: [...owners.map(({ own }) => own.resetToken), 'x'.repeat(40)],
  }
}

function send(name: string, type: string, input: unknown, cookie?: string): Promise<HttpAnswer> {
  const json = toJson(input)
  if (type === 'mutation') return callHttp(app.services, name, json ?? '', { cookie })
  const query = json === undefined ? '' : `?input=${encodeURIComponent(json)}`
  return callHttp(app.services, name + query, null, { cookie })
}

/** What came back is an answer, or a refusal in the words of the contract. */
function expectCoded({ status, text, error }: HttpAnswer): void {
  const { code, httpStatus, reason, requestId } = error?.data ?? { ...answered, httpStatus: status }
  expect(httpStatus).toBe(status)
  expect(code).not.toBe('INTERNAL_SERVER_ERROR')
  expect(code).toBe(error ? toTrpcError(new DomainError(reason as Reason)).code : 'OK')
  expect(requestId).toBe('the-request')
  expect(error ? text : '').not.toMatch(/node_modules|\.ts:\d|Error:|argon2|insert into|"stack"/)
}

const answered = { code: 'OK', reason: '', requestId: 'the-request' }

/** A refusal may end sign-ins all the same, and uploads that turned out to be bad. */
const writtenByRefusals = new Set(['sessions', 'uploads'])

function beside(tables: Record<string, unknown>) {
  return Object.entries(tables).filter(([table]) => !writtenByRefusals.has(table))
}

describe('any input at all', () => {
  it.each(procedures)(
    'is answered or refused with a code, and leaves nothing half written: %s',
    async (name, { type, inputs }) => {
      const cast = new Cast(name)
      const [listener, admin] = [await cast.play('listener'), await cast.play('admin')]
      const pool = poolOf([listener, admin])
      const inputOf = (role: Role) => {
        const own = (role === 'admin' ? admin : listener)?.owner.own ?? victim.own
        return hostileInputs(inputs, pool, exampleOf(name, own))
      }
      let before: Digests | null = null
      const attack = async ([role, input]: [Role, unknown]) => {
        const caller = await cast.play(role)
        if (!before || caller?.isNew) before = await digests()
        const answer = await send(name, type, input, caller?.owner.request.cookie)
        expectCoded(answer)
        const after = await digests()
        const isWrite = !answer.error && type === 'mutation'
        expect(isWrite || beside(after.all)).toEqual(isWrite || beside(before.all))
        expect(role === 'admin' || after.user).toEqual(role === 'admin' || before.user)
        const mayBeOut = isWrite && /^(auth|me|admin\.users)\./.test(name)
        before = mayBeOut ? null : after
        if (mayBeOut) await cast.dismiss()
      }
      const numRuns = inputs.length > 0 ? runs : Math.ceil(runs / 5)
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(...roles.map((role) => fc.tuple(fc.constant(role), inputOf(role)))),
          attack,
        ),
        { ...seed, numRuns, interruptAfterTimeLimit: runs * 1_000 },
      )
      await cast.dismiss()
    },
    runs * 1_500 + 30_000,
  )
})
