import { afterAll, describe, expect, it } from 'vitest'

import { appRouter } from './router.ts'
import { fillShelf, ownerOfEverything } from './test/belongings.ts'
import { exampleOf } from './test/example-inputs.ts'
import { shelve } from './test/library.ts'
import { outcomeOf } from './test/outcome.ts'
import { inputFields, proceduresOf } from './test/procedures.ts'
import { testApp } from './test/test-app.ts'
import type { Page } from './trpc/page.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const shelf = await fillShelf(app.services.orm.em.fork())
const admin = await ownerOfEverything(app, shelf)
const other = await ownerOfEverything(app, shelf)

await shelve(app.services.orm.em.fork(), { title: 'Third', artist: 'Another', album: 'Else' })
for (const { api } of [admin, other]) {
  await api.favorites.set({ trackId: shelf.otherTrackId, favorite: true })
  await api.stream.start({ trackId: shelf.otherTrackId })
  await api.playlists.add({
    id: (await api.playlists.list({})).items[0]?.id ?? '',
    trackIds: [shelf.otherTrackId],
  })
}

const lists = [...proceduresOf(appRouter)]
  .filter(([, { inputs }]) => inputFields(inputs).includes('cursor'))
  .map(([name]) => name)

const inputOf = (name: string) => exampleOf(name, admin.own) as object
const badRequest = (reason: string) => ({ code: 'BAD_REQUEST', reason })

/** The cursors that the lists of that caller give out, each with the list it is of. */
async function cursorsOf(caller: typeof admin): Promise<[list: string, cursor: string][]> {
  const cursors: [string, string][] = []
  for (const name of lists) {
    // Without filters, so that there is more than one page.
    const { id, slug } = exampleOf(name, caller.own) as Record<string, unknown>
    const outcome = await outcomeOf(caller, name, { id, slug, limit: 1 })
    const cursor = 'answer' in outcome && (outcome.answer as Page<unknown>).nextCursor
    if (cursor) cursors.push([name, cursor])
  }
  return cursors
}

const cursors = await cursorsOf(admin)
const cursorsOfAnother = await cursorsOf(other)

describe('every list', () => {
  it.each(lists)('takes limits of 1 to 100 and no others: %s', async (name) => {
    for (const limit of [0, -1, 101, 1e9, 0.5, Number.NaN, Infinity, '10', 'all', null, [1], {}])
      expect(await outcomeOf(admin, name, { ...inputOf(name), limit })).toEqual(
        badRequest('input_invalid'),
      )
    for (const limit of [1, 100])
      expect(await outcomeOf(admin, name, { ...inputOf(name), limit })).toHaveProperty('answer')
  })

  it.each(lists)(
    'takes no cursor of another list, and none that somebody made: %s',
    async (name) => {
      const marks = [
        Buffer.from('["x",[]]'),
        Buffer.from('[]'),
        Buffer.from('null'),
        'x\0',
        '!',
        '',
      ]
      const foreign = cursors.filter(([list]) => list !== name).map(([, cursor]) => cursor)
      for (const made of [...foreign, ...marks.map((mark) => mark.toString('base64url'))])
        expect(await outcomeOf(admin, name, { ...inputOf(name), cursor: made })).toEqual(
          badRequest('cursor_invalid'),
        )
    },
  )

  it.each(cursorsOfAnother)(
    "shows the caller's own also with the cursor of another user: %s",
    async (name, cursor) => {
      const { id, slug } = exampleOf(name, admin.own) as Record<string, unknown>
      const input = { id, slug, limit: 1 }
      const outcome = await outcomeOf(admin, name, { ...input, cursor })
      const text = JSON.stringify(outcome)
      const { playId, playlistId, entryId, email } = other.own
      for (const theirs of [playId, playlistId, entryId, email])
        expect(name.startsWith('admin.') ? '' : text).not.toContain(theirs)
    },
  )

  it.each(cursors)('takes a cursor that was changed for none: %s', async (name, cursor) => {
    const { id, slug } = exampleOf(name, admin.own) as Record<string, unknown>
    const [mark, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const values = [
      "'",
      '',
      '\0',
      '\uD800',
      'x'.repeat(2_000),
      -1,
      0.5,
      1e300,
      2 ** 53,
      null,
      {},
      [],
    ]
    const changed = (position as unknown[]).flatMap((_, at) =>
      values.map((value) => (position as unknown[]).with(at, value)),
    )
    for (const other of [...changed, [], [...position, 1], null]) {
      const made = Buffer.from(JSON.stringify([mark, other])).toString('base64url')
      const outcome = await outcomeOf(admin, name, { id, slug, limit: 1, cursor: made })
      expect('reason' in outcome ? outcome : badRequest('cursor_invalid')).toEqual(
        badRequest('cursor_invalid'),
      )
    }
  })

  it('has more than one page in these tests', () => {
    expect(cursors.map(([name]) => name)).toEqual(lists)
  })
})
