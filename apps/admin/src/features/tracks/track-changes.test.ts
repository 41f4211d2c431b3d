import { expect, test } from 'vitest'
import type { Track } from '../../lib/track.ts'
import { changesOf, fieldsOf } from './track-changes.ts'

const track: Track = {
  id: '019a7f2e-0000-7000-8000-000000000001',
  title: 'Low Tide',
  artist: { id: '019a7f2e-0000-7000-8000-000000000002', name: 'Marlow' },
  album: { id: '019a7f2e-0000-7000-8000-000000000003', title: 'Slack Water' },
  genre: 'Folk',
  year: 2024,
  trackNumber: 3,
  discNumber: null,
  durationMs: 1000,
  coverUrl: null,
  favorite: false,
  playCount: 0,
  available: true,
  createdAt: '2026-01-01T00:00:00.000Z',
}

function form(changed: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, text] of Object.entries({ ...fieldsOf(track), ...changed })) {
    data.set(name, text)
  }
  return data
}

test('sends nothing of a form nobody changed', () => {
  expect(changesOf(track, form({}))).toEqual({})
})

test('sends what was changed, and null for what was emptied', () => {
  const changed = { title: ' High Tide ', album: '', genre: ' ', year: '', discNumber: '2' }
  expect(changesOf(track, form(changed))).toEqual({
    title: 'High Tide',
    album: null,
    genre: null,
    year: null,
    discNumber: 2,
  })
})
