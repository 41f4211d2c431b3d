import type { TRPCError } from '@trpc/server'
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  nat,
  oneof,
  option,
  record,
  uniqueArray,
} from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { type Entry, readEntries, squeezeEntries } from '../../test/playlists.ts'
import { testApp, type TestClient } from '../../test/test-app.ts'
import { describeError } from '../../trpc/errors.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const tracks = await shelve(em(), ...Array.from({ length: 8 }, (_, n) => ({ title: `Track ${n}` })))
const trackIdOf = (index: number) => tracks[index] ?? ''

/** An index beyond the end stands for an entry that does not exist. */
type Change =
  | { kind: 'add'; tracks: number[]; onDuplicate: 'add' | 'skip' }
  | { kind: 'remove'; entries: number[] }
  | { kind: 'move'; entries: number[]; before: number | null }
  | { kind: 'squeeze' }

const index = nat({ max: 12 })
const changes = oneof(
  record({
    kind: constant('add' as const),
    tracks: array(nat({ max: 7 }), { minLength: 1, maxLength: 6 }),
    onDuplicate: constantFrom('add' as const, 'skip' as const),
  }),
  record({
    kind: constant('remove' as const),
    entries: array(index, { minLength: 1, maxLength: 3 }),
  }),
  record({
    kind: constant('move' as const),
    entries: uniqueArray(index, { minLength: 1, maxLength: 4 }),
    before: option(index),
  }),
  record({ kind: constant('squeeze' as const) }),
)

/** What a change is to answer, and the entries after it; new ones, of unknown id, with ''. */
interface Outcome {
  answer: unknown
  entries: Entry[]
}

/** Makes a change of a list in memory. */
function expectedOf(change: Change, model: Entry[]): Outcome {
  if (change.kind === 'squeeze') return { answer: undefined, entries: model }
  if (change.kind === 'add') {
    const wanted = change.tracks.map(trackIdOf)
    const there = new Set(model.map(({ trackId }) => trackId))
    const skipped = [...new Set(wanted)].filter((trackId) => !there.has(trackId))
    const added = (change.onDuplicate === 'add' ? wanted : skipped).map((trackId) => ({
      entryId: '',
      trackId,
    }))
    const entries = [...model, ...added]
    return { answer: { added: added.length, trackCount: entries.length }, entries }
  }
  const rest = model.filter((_, at) => !change.entries.includes(at))
  if (change.kind === 'remove') {
    const removed = model.length - rest.length
    return { answer: { removed, trackCount: rest.length }, entries: rest }
  }
  const { before } = change
  if (before !== null && change.entries.includes(before) && before < model.length)
    return { answer: 'input_invalid', entries: model }
  if ([...change.entries, before ?? 0].some((at) => at >= model.length))
    return { answer: 'not_found', entries: model }
  const moving = change.entries.flatMap((at) => model[at] ?? [])
  const place = before === null ? rest.length : rest.findIndex((entry) => entry === model[before])
  return { answer: {}, entries: rest.toSpliced(place, 0, ...moving) }
}

/** Makes a change through the API. */
async function answerTo(change: Change, { api }: TestClient, id: string, model: Entry[]) {
  const entryIdOf = (at: number) => model[at]?.entryId ?? v7()
  switch (change.kind) {
    case 'squeeze':
      return squeezeEntries(em(), id)
    case 'add': {
      const { onDuplicate } = change
      const trackIds = change.tracks.map(trackIdOf)
      const { added, trackCount } = await api.playlists.add({ id, trackIds, onDuplicate })
      return { added, trackCount }
    }
    case 'remove':
      return api.playlists.removeTracks({ id, entryIds: change.entries.map(entryIdOf) })
    case 'move': {
      const beforeEntryId = change.before === null ? null : entryIdOf(change.before)
      return api.playlists.move({ id, entryIds: change.entries.map(entryIdOf), beforeEntryId })
    }
  }
}

it('any sequence of changes does what it does to a list in memory', async () => {
  const listener = await app.signIn()
  await assert(
    asyncProperty(array(changes, { minLength: 2, maxLength: 9 }), async (sequence) => {
      const { id } = await listener.api.playlists.create({ name: 'Modelled' })
      await listener.api.playlists.add({ id, trackIds: tracks })
      let model = await readEntries(listener, id)
      for (const change of sequence) {
        const expected = expectedOf(change, model)
        const before = await listener.api.playlists.byId({ id })
        const answer = await answerTo(change, listener, id, model).catch(
          (error: TRPCError) => describeError(error).reason,
        )
        const after = await listener.api.playlists.byId({ id })
        const entries = await readEntries(listener, id, 4)
        const known = new Set(model.map(({ entryId }) => entryId))
        const seen = entries.map(({ entryId, trackId }) => ({
          entryId: known.has(entryId) ? entryId : '',
          trackId,
        }))
        expect({ answer, entries: seen }).toEqual(expected)
        expect(after.trackCount).toBe(entries.length)
        expect(after.updatedAt > before.updatedAt || isSame(entries, model)).toBe(true)
        model = entries
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

function isSame(a: Entry[], b: Entry[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
