import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDirectory } from './durable-file.ts'

/** Where things are in the store's directory. */
export interface Layout {
  buckets: string
  blobs: string
  uploads: string
  journal: string
  /** Files being written; nothing in it outlives a restart. */
  scratch: string
}

const SHARDS = 256

/** The directories of a store, made when they are missing. */
export async function openLayout(directory: string): Promise<Layout> {
  const layout = {
    buckets: join(directory, 'buckets'),
    blobs: join(directory, 'blobs'),
    uploads: join(directory, 'uploads'),
    journal: join(directory, 'journal'),
    scratch: join(directory, 'scratch'),
  }
  for (const path of Object.values(layout)) await mkdir(path, { recursive: true, mode: 0o700 })
  for (let shard = 0; shard < SHARDS; shard++) {
    await mkdir(join(layout.blobs, shard.toString(16).padStart(2, '0')), { recursive: true })
  }
  await syncDirectory(layout.blobs)
  await syncDirectory(directory)
  return layout
}

export function bucketPath(layout: Layout, bucket: string): string {
  return join(layout.buckets, bucket)
}

export function recordsPath(layout: Layout, bucket: string): string {
  return join(layout.buckets, bucket, 'records')
}

export function recordPath(layout: Layout, bucket: string, name: string): string {
  return join(recordsPath(layout, bucket), `${name}.json`)
}

/** @param blob 32 hexadecimal digits, of which the first two name the shard */
export function blobPath(layout: Layout, blob: string): string {
  return join(layout.blobs, blob.slice(0, 2), blob)
}

export function uploadPath(layout: Layout, uploadId: string): string {
  return join(layout.uploads, uploadId)
}

const BASE32 = '0123456789abcdefghijklmnopqrstuv'
/** Above it the name would not fit the 255 bytes of a file name. */
const MAX_ENCODED_BYTES = 140

/**
 * The file name of a key's record: base32hex in lower case (RFC 4648, section 7), so that keys
 * which differ only in case stay apart on every file system, or a hash when that is too long.
 */
export function recordName(key: string): string {
  const bytes = Buffer.from(key)
  if (bytes.length > MAX_ENCODED_BYTES) {
    return `~${createHash('sha256').update(bytes).digest('hex')}`
  }
  let name = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) name += BASE32[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits > 0 ? name + BASE32[(held << (5 - bits)) & 31] : name
}

/** The key of a record's name, or undefined when the name is a hash and only the record knows. */
export function keyOfRecordName(name: string): string | undefined {
  if (name.startsWith('~')) return undefined
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of name) {
    held = (held << 5) | BASE32.indexOf(digit)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push(held >> bits)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes).toString()
}
