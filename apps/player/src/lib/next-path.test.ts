import { expect, test } from 'vitest'
import { safeNextPath } from './next-path.ts'

test.each(['/history', '/tracks?q=a%20b&sort=title', '/tracks?q=%EB%B0%A4#top'])(
  'keeps the path %s of this site',
  (path) => {
    expect(safeNextPath(path)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/..//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'tracks',
  '',
  undefined,
  null,
  42,
  ['/history'],
])('answers the list of tracks for %j', (next) => {
  expect(safeNextPath(next)).toBe('/')
})

test('does not lead back to a sign-in form', () => {
  expect(safeNextPath('/sign-in?next=/history')).toBe('/')
  expect(safeNextPath('/register')).toBe('/')
})
