import { expect, test } from 'vitest'
import { coverSource } from './cover-source.ts'

test('offers every kept size of an image', () => {
  expect(coverSource('/covers/k7f')).toEqual({
    src: '/covers/k7f/320',
    srcSet: '/covers/k7f/96 96w, /covers/k7f/320 320w, /covers/k7f/640 640w',
  })
})

test('replaces the size that a path carries already', () => {
  expect(coverSource('/covers/k7f/640', 96).src).toBe('/covers/k7f/96')
})
