import { expect, it } from 'vitest'
import { readLine, repeatLine } from './line.ts'

it('shares a bar equally among its steps, holds and rests', () => {
  expect(readLine('5 - . 8!').steps).toEqual([
    { at: 0, length: 0.5, word: '5', accent: 0 },
    { at: 0.75, length: 0.25, word: '8', accent: 1 },
  ])
})

it('reads a bar without spaces character by character', () => {
  expect(readLine('X.o-').steps).toEqual([
    { at: 0, length: 0.25, word: 'x', accent: 1 },
    { at: 0.5, length: 0.5, word: 'x', accent: -1 },
  ])
})

it('repeats a line and cuts it where the part ends', () => {
  const steps = repeatLine('Dm7 | G7', 1, 4, true)
  expect(steps.map(({ at, word }) => [at, word])).toEqual([
    [1, 'Dm7'],
    [2, 'G7'],
    [3, 'Dm7'],
  ])
})
