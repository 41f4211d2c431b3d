import { randomBytes } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncDirectory } from './durable-file.ts'
import { blobPath } from './layout.ts'
import type { Layout } from './layout.ts'
import { systemErrorCode } from './s3-error.ts'

/** A run of bytes of an object: one whole file, written once and never changed. */
export interface Segment {
  blob: string
  size: number
}

/** Segments that are named but not there before `place` has run. */
export interface PlannedSegments {
  segments: Segment[]
  place: () => Promise<void>
}

const READ_BYTES = 128 * 1024
/** What file systems say that have no hard links, or no more of them for this file. */
const NO_LINK = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'ENOSYS'])

/** A random blob name; blobs given the same `shard` lie in one directory. */
function newBlobName(shard = randomBytes(1).toString('hex')): string {
  return shard + randomBytes(15).toString('hex')
}

/** The bytes of objects, as files under random names. */
export class Blobs {
  readonly #layout: Layout
  readonly #readers = new Map<string, number>()
  readonly #whenFree = new Map<string, (() => void)[]>()

  constructor(layout: Layout) {
    this.#layout = layout
  }

  /** Where a blob is while it is written. */
  scratchPath(blob: string): string {
    return join(this.#layout.scratch, blob)
  }

  /**
   * Writes `chunks` to a scratch file and to the disk, holding one chunk in memory at a time.
   * Whatever the iteration or the disk throws is thrown, and nothing is left behind.
   */
  async receive(chunks: AsyncIterable<Buffer>): Promise<Segment> {
    const blob = newBlobName()
    try {
      const handle = await open(this.scratchPath(blob), 'wx', 0o600)
      try {
        return { blob, size: await writeAll(handle, chunks) }
      } finally {
        await handle.close()
      }
    } catch (error) {
      await this.discard(blob)
      throw error
    }
  }

  /** Removes a scratch file that did not become a blob. */
  async discard(blob: string): Promise<void> {
    await rm(this.scratchPath(blob), { force: true })
  }

  /** Makes a received scratch file a blob. */
  async place(blob: string): Promise<void> {
    const path = blobPath(this.#layout, blob)
    await rename(this.scratchPath(blob), path)
    await syncDirectory(dirname(path))
  }

  /** New segments that will have the bytes of others once `place` is called. */
  planCopy(segments: readonly Segment[]): PlannedSegments {
    return this.planAdoption(
      segments.map(({ blob, size }) => ({ path: blobPath(this.#layout, blob), size })),
    )
  }

  /** The same for files that are not blobs yet. They lie in one directory, to be synced once. */
  planAdoption(files: readonly { path: string; size: number }[]): PlannedSegments {
    const shard = randomBytes(1).toString('hex')
    const segments = files.map(({ size }) => ({ blob: newBlobName(shard), size }))
    const place = async () => {
      for (const [index, { path }] of files.entries()) {
        const { blob } = segments[index] ?? { blob: '' }
        await linkOrCopy(path, blobPath(this.#layout, blob))
      }
      await syncDirectory(join(this.#layout.blobs, shard))
    }
    return { segments, place }
  }

  /** Keeps blobs from being removed until the returned function is called. */
  pin(segments: readonly Segment[]): () => void {
    for (const { blob } of segments) this.#readers.set(blob, (this.#readers.get(blob) ?? 0) + 1)
    let isPinned = true
    return () => {
      if (!isPinned) return
      isPinned = false
      for (const { blob } of segments) this.#unpin(blob)
    }
  }

  /** Removes blobs; those being read stay, and `again` is called once when they no longer are. */
  async remove(blobs: readonly string[], again: () => void): Promise<boolean> {
    const busy = blobs.find((blob) => this.#readers.has(blob))
    if (busy !== undefined) {
      this.#whenFree.set(busy, [...(this.#whenFree.get(busy) ?? []), again])
      return false
    }
    for (const blob of blobs) await rm(blobPath(this.#layout, blob), { force: true })
    return true
  }

  /** The bytes from `start` to `end`, both included, of segments laid end to end. */
  async *read(segments: readonly Segment[], start: number, end: number): AsyncGenerator<Buffer> {
    let offset = 0
    for (const { blob, size } of segments) {
      const from = Math.max(start - offset, 0)
      const to = Math.min(end - offset, size - 1)
      offset += size
      if (from > to) continue
      const path = blobPath(this.#layout, blob)
      yield* createReadStream(path, { start: from, end: to, highWaterMark: READ_BYTES })
    }
  }

  #unpin(blob: string): void {
    const readers = (this.#readers.get(blob) ?? 1) - 1
    if (readers > 0) {
      this.#readers.set(blob, readers)
      return
    }
    this.#readers.delete(blob)
    const waiting = this.#whenFree.get(blob) ?? []
    this.#whenFree.delete(blob)
    for (const again of waiting) again()
  }
}

async function writeAll(handle: FileHandle, chunks: AsyncIterable<Buffer>): Promise<number> {
  let size = 0
  for await (const chunk of chunks) {
    let written = 0
    while (written < chunk.length) {
      written += (await handle.write(chunk, written)).bytesWritten
    }
    size += chunk.length
  }
  await handle.sync()
  return size
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!NO_LINK.has(systemErrorCode(error) ?? '')) throw error
    await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
    const handle = await open(to, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}
