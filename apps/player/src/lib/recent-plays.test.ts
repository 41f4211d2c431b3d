import { expect, test } from 'vitest'
import { recentPlays } from './recent-plays.ts'

type Play = Parameters<typeof recentPlays>[0][number]

function play(title: string, source: Play['source'] = null, available = true): Play {
  const track = { id: title, title, available } as Play['track']
  return { playId: title, track, playedAt: '', listenedMs: 0, completed: false, source }
}

const album = { kind: 'album', id: 'low', name: 'Low Tide' } as const
const names = (plays: Play[], count = 10) => recentPlays(plays, count).map(({ name }) => name)

test('shows each thing once, where it was heard last', () => {
  expect(names([play('a'), play('b', album), play('a'), play('c', album), play('d')])).toEqual([
    'a',
    'Low Tide',
    'd',
  ])
})

test('shows the track where what it was played from is gone, or is no list of its own', () => {
  const gone = { kind: 'playlist', id: 'x', name: null } as const
  const search = { kind: 'search', id: null, name: null } as const
  expect(names([play('a', gone), play('b', search)])).toEqual(['a', 'b'])
})

test('leaves out what can not be played any more, and ends at the count', () => {
  expect(names([play('a', null, false), play('b'), play('c'), play('d')], 2)).toEqual(['b', 'c'])
})
