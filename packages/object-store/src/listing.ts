import { fromByteKey, lowerBound } from './key-index.ts'
import type { ByteKey } from './key-index.ts'
import { S3Error } from './s3-error.ts'

export interface ListingQuestion {
  prefix: ByteKey
  delimiter: ByteKey
  /** Only what comes after this key or, when it is a common prefix, after all under it. */
  after: { key: ByteKey; isPrefix: boolean }
  limit: number
}

export interface ListingPage {
  keys: string[]
  commonPrefixes: string[]
  /** Where the next page starts; undefined on the last one. */
  next: { key: ByteKey; isPrefix: boolean } | undefined
}

/** Sorts after everything that starts with the text before it: UTF-8 has no byte FF. */
const AFTER_ALL = '\u00ff'

/**
 * One page of keys, or of the common prefixes that a delimiter folds them into.
 * @param keys in UTF-8 byte order
 */
export function listPage(keys: readonly ByteKey[], question: ListingQuestion): ListingPage {
  const { prefix, delimiter, after, limit } = question
  const page: ListingPage = { keys: [], commonPrefixes: [], next: undefined }
  let last = after
  let at = startOf(keys, prefix, after)
  for (let count = 0; at < keys.length; count++) {
    const key = keys[at] ?? ''
    if (!key.startsWith(prefix)) return page
    if (count === limit) {
      if (limit > 0) page.next = last
      return page
    }
    const folded = commonPrefix(key, prefix, delimiter)
    last = { key: folded ?? key, isPrefix: folded !== undefined }
    if (folded === undefined) page.keys.push(fromByteKey(key))
    else page.commonPrefixes.push(fromByteKey(folded))
    at = folded === undefined ? at + 1 : lowerBound(keys, folded + AFTER_ALL)
  }
  return page
}

function startOf(keys: readonly ByteKey[], prefix: ByteKey, after: ListingQuestion['after']) {
  if (after.key < prefix) return lowerBound(keys, prefix)
  if (after.isPrefix) return lowerBound(keys, after.key + AFTER_ALL)
  const at = lowerBound(keys, after.key)
  return keys[at] === after.key ? at + 1 : at
}

function commonPrefix(key: ByteKey, prefix: ByteKey, delimiter: ByteKey): ByteKey | undefined {
  if (delimiter === '') return undefined
  const at = key.indexOf(delimiter, prefix.length)
  return at < 0 ? undefined : key.slice(0, at + delimiter.length)
}

/** An opaque continuation token for where a page ended. */
export function toToken({ key, isPrefix }: { key: ByteKey; isPrefix: boolean }): string {
  return Buffer.from((isPrefix ? 'p' : 'k') + key, 'latin1').toString('base64url')
}

/** @throws S3Error InvalidArgument */
export function fromToken(token: string): { key: ByteKey; isPrefix: boolean } {
  const text = Buffer.from(token, 'base64url').toString('latin1')
  if (!/^[pk]/.test(text)) {
    throw new S3Error('InvalidArgument', 'The continuation token is not one of this store.')
  }
  return { key: text.slice(1), isPrefix: text.startsWith('p') }
}
