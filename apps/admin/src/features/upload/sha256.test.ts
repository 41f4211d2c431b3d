import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

// The examples of FIPS 180-2, appendix B.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('hashes the standard’s examples', async (text, hash) => {
  expect(await sha256(new Blob([text]), () => {})).toBe(hash)
})

test('says how far it has come in a large file', async () => {
  const seen: number[] = []
  const megabyte = new Uint8Array(1024 * 1024)
  const file = new Blob(Array.from({ length: 18 }, () => megabyte))
  await sha256(file, (bytes) => seen.push(bytes))
  expect(seen.length).toBeGreaterThanOrEqual(2)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBeLessThanOrEqual(file.size)
})
