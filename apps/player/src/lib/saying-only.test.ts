import { expect, test } from 'vitest'
import { parseListeningSearch } from './listening-search.ts'
import { sayingOnly } from './saying-only.ts'

test('leaves nothing in an address that its reader did not take', () => {
  const read = sayingOnly(parseListeningSearch)
  // As the router does it, with what the address said before.
  const inRouter = (raw: Record<string, unknown>) => ({ ...raw, ...read(raw) })
  expect(inRouter({ span: 'century', q: 'x' })).toEqual({ span: undefined, q: undefined })
  expect(inRouter({ span: 'week', year: 'x' })).toEqual({ span: 'week', year: undefined })
})
