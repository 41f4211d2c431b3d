import { describe, expect, it } from 'vitest'

import { gap, placeBetween } from './place-between.ts'

describe('positions', () => {
  it('begin anywhere and go on a gap apart, at both ends', () => {
    expect(placeBetween(null, null, 2)).toEqual([gap, 2 * gap])
    expect(placeBetween(2 * gap, null, 2)).toEqual([3 * gap, 4 * gap])
    expect(placeBetween(null, gap, 2)).toEqual([-gap, 0])
  })

  it('between two others spread evenly, down to the last number', () => {
    expect(placeBetween(0, 300, 2)).toEqual([100, 200])
    expect(placeBetween(7, 10, 2)).toEqual([8, 9])
    expect(placeBetween(7, 10, 3)).toBeNull()
    expect(placeBetween(7, 8, 1)).toBeNull()
  })

  it('end before numbers that JavaScript does not tell apart', () => {
    expect(placeBetween(2 ** 52 - gap, null, 1)).toBeNull()
    expect(placeBetween(null, -(2 ** 52) + gap, 1)).toBeNull()
  })
})
