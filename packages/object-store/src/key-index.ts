import { readdir } from 'node:fs/promises'
import { readJson } from './durable-file.ts'
import { keyOfRecordName, recordPath, recordsPath } from './layout.ts'
import type { Layout } from './layout.ts'
import type { ObjectRecord } from './object-record.ts'

/** A key as a string of its UTF-8 bytes, which JavaScript then compares in S3's order. */
export type ByteKey = string

export function toByteKey(key: string): ByteKey {
  return Buffer.from(key).toString('latin1')
}

export function fromByteKey(key: ByteKey): string {
  return Buffer.from(key, 'latin1').toString()
}

/** The first position in `keys` whose key is not below `key`. */
export function lowerBound(keys: readonly ByteKey[], key: ByteKey): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The keys of one bucket in UTF-8 byte order. Read from the names of the record files when a
 * listing first asks, then kept up to date: opening a store and serving objects never waits.
 */
export class KeyIndex {
  readonly #layout: Layout
  readonly #bucket: string
  #keys: ByteKey[] | undefined
  #loading: Promise<ByteKey[]> | undefined
  #changesWhileLoading: { key: ByteKey; isPresent: boolean }[] = []

  constructor(layout: Layout, bucket: string) {
    this.#layout = layout
    this.#bucket = bucket
  }

  /** The caller must not change the array, and must not keep it over an await. */
  async keys(): Promise<readonly ByteKey[]> {
    if (this.#keys) return this.#keys
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  /** Told after each change of a record. */
  note(key: string, isPresent: boolean): void {
    const change = { key: toByteKey(key), isPresent }
    if (this.#keys) apply(this.#keys, change)
    else if (this.#loading) this.#changesWhileLoading.push(change)
  }

  async #load(): Promise<ByteKey[]> {
    const keys: ByteKey[] = []
    for (const file of await readdir(recordsPath(this.#layout, this.#bucket))) {
      const name = file.slice(0, -'.json'.length)
      const key = keyOfRecordName(name) ?? (await this.#keyInside(name))
      if (key !== undefined) keys.push(toByteKey(key))
    }
    keys.sort((a, b) => (a < b ? -1 : 1))
    for (const change of this.#changesWhileLoading.splice(0)) apply(keys, change)
    this.#keys = keys
    return keys
  }

  async #keyInside(name: string): Promise<string | undefined> {
    const path = recordPath(this.#layout, this.#bucket, name)
    return (await readJson<ObjectRecord>(path))?.key
  }
}

function apply(keys: ByteKey[], { key, isPresent }: { key: ByteKey; isPresent: boolean }): void {
  const at = lowerBound(keys, key)
  const isThere = keys[at] === key
  if (isPresent && !isThere) keys.splice(at, 0, key)
  if (!isPresent && isThere) keys.splice(at, 1)
}
