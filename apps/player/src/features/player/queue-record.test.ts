import { expect, test } from 'vitest'
import type { Track } from '../../lib/track.ts'
import { append, currentEntry, queueOf } from './queue.ts'
import { restoredPlayer, savedQueue, windowOf, type KeptPlayer } from './queue-record.ts'

const track = (id: string) => ({ id, title: id, available: true }) as Track
const tracks = (count: number) => Array.from({ length: count }, (_, at) => track(`t${at}`))

function player(count: number, position: number, more: Partial<KeptPlayer> = {}): KeptPlayer {
  return {
    queue: queueOf(tracks(count), position),
    supply: { startedAt: 1, except: [], isWhole: true },
    repeat: 'off',
    isShuffled: false,
    ...more,
  }
}

const library = {
  startedAt: 1,
  except: ['t0'],
  isWhole: false,
  from: { kind: 'genre', name: 'Jazz' },
  list: { of: 'tracks', input: { genre: 'Jazz' } },
  cursor: 'abc',
} as const

test('is saved and restored with what was added by hand, its list and its modes', () => {
  const before = player(3, 1, { supply: library, repeat: 'all', isShuffled: true })
  const queue = { ...append(before.queue, [track('added')]), seed: 7 }
  const saved = savedQueue({ ...before, queue })
  expect(saved).toEqual({
    trackIds: ['t0', 't1', 't2', 'added'],
    added: [3],
    position: 1,
    repeat: 'all',
    seed: 7,
    source: { kind: 'genre', name: 'Jazz' },
    rest: { list: library.list, cursor: 'abc', except: ['t0'] },
  })
  const kept = { ...saved, tracks: [...tracks(3), track('added')], positionMs: 0 }
  const restored = restoredPlayer(kept as never, 50)
  expect(currentEntry(restored.queue)).toEqual({ key: 51, item: track('t1') })
  expect(restored.queue.entries[0]?.wasPlayed).toBe(true)
  expect(restored.queue.entries[3]?.isAdded).toBe(true)
  expect(restored).toMatchObject({ repeat: 'all', isShuffled: true, queue: { seed: 7 } })
  expect(savedQueue(restored)).toEqual(saved)
})

test('comes back from a mix as one, with what follows it in its own order', () => {
  const { queue, ...rest } = player(2, 0, { supply: { ...library, from: { kind: 'radio' } } })
  const saved = savedQueue({ ...rest, queue: { ...queue, seed: 3 } })
  const restored = restoredPlayer({ ...saved, tracks: tracks(2), positionMs: 0 } as never, 1)
  expect(restored).toMatchObject({ isShuffled: false, queue: { seed: 3 } })
})

test('keeps a window around what plays, and goes on behind it', () => {
  const whole = player(5_000, 3_000, { supply: { ...library, cursor: 'far' } })
  const saved = savedQueue(whole)
  expect(windowOf(whole.queue)).toEqual({ start: 2_900, end: 3_900 })
  expect(saved.trackIds).toHaveLength(1_000)
  expect(saved.trackIds[saved.position]).toBe('t3000')
  expect(saved.rest).toEqual({ list: library.list, cursor: '', after: 't3899', except: [] })
})

test('says of a shuffled queue that was cut that it ends, rather than to leave tracks out', () => {
  const { queue, ...rest } = player(2_000, 0, { supply: library })
  expect(savedQueue({ ...rest, queue: { ...queue, seed: 3 } }).rest).toBeNull()
})

test('is nothing where nothing is queued', () => {
  expect(savedQueue(player(0, 0))).toMatchObject({ trackIds: [], position: 0, rest: null })
})
