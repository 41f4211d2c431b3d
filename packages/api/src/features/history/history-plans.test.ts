import { afterAll, beforeAll, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { planOf, recordingClient } from '../../test/recording-client.ts'
import { testApp } from '../../test/test-app.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())
const { api } = await app.signIn()

beforeAll(async () => {
  const em = app.services.orm.em.fork()
  await em.execute(
    `insert into users (id, created_at, email, email_key, nickname, role, password_hash)
     select uuidv7(), now(), n, n, n, 'listener', '' from generate_series(1, 60) n`,
  )
  const [track = ''] = await shelve(em, { title: 'Heard a lot' })
  await em.execute(
    `insert into plays (id, user_id, track_id, played_at)
     select uuidv7(ago), u.id, ?, now() + ago from users u,
       (select n * interval '-8 hours' as ago from generate_series(1, 400) n) hours`,
    [track],
  )
  await em.execute('vacuum analyze')
}, 60_000)

/** The plan of the last statement of a call. */
async function planOfCall(call: () => Promise<unknown>): Promise<string> {
  await call()
  return planOf(statements.at(-1) ?? { text: '' }, app.services.config.databaseUrl)
}

it('reads the days that are asked for, and no others, of one listener', async () => {
  const at = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString()
  const span = { from: at(100), to: at(99) }
  for (const call of [() => api.history.list(span), () => api.history.stats(span)]) {
    const plan = await planOfCall(call)
    expect(plan).toMatch(/plays_user_id_played_at_index/)
    expect(plan).not.toContain('Seq Scan on plays')
  }
})
