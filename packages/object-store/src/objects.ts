import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Blobs } from './blobs.ts'
import { readJson, replaceJson, syncDirectory } from './durable-file.ts'
import { Journal } from './journal.ts'
import type { JournalEntry } from './journal.ts'
import { KeyIndex } from './key-index.ts'
import { KeyLock } from './key-lock.ts'
import { recordName, recordPath, uploadPath } from './layout.ts'
import type { Layout } from './layout.ts'
import type { ObjectRecord } from './object-record.ts'
import { S3Error, systemErrorCode } from './s3-error.ts'

/** An object about to take a key. */
export interface NewObject {
  record: ObjectRecord
  /** Brings the record's blobs to where blobs are; runs once nothing speaks against it. */
  place: () => Promise<void>
  /** Throws to refuse, given what is under the key. */
  precondition?: (current: ObjectRecord | undefined) => void
}

/** The objects of all buckets: records, and the order in which records and blobs change. */
export class Objects {
  readonly #layout: Layout
  readonly #blobs: Blobs
  readonly #journal: Journal
  readonly #locks = new KeyLock()
  readonly #indexes = new Map<string, KeyIndex>()
  readonly #settling = new Set<Promise<void>>()
  readonly #onError: (error: unknown) => void

  constructor(layout: Layout, blobs: Blobs, onError: (error: unknown) => void) {
    this.#layout = layout
    this.#blobs = blobs
    this.#journal = new Journal(layout)
    this.#onError = onError
  }

  /** What is under a key, or undefined. */
  async find(bucket: string, key: string): Promise<ObjectRecord | undefined> {
    return readJson<ObjectRecord>(this.#path(bucket, key))
  }

  /** The same; its bytes then stay until `release` is called, whatever becomes of the key. */
  async hold(bucket: string, key: string): Promise<{ record: ObjectRecord; release: () => void }> {
    return this.#locks.run(`${bucket}/${key}`, async () => {
      const record = await this.find(bucket, key)
      if (!record) throw new S3Error('NoSuchKey', 'There is no object under this key.')
      return { record, release: this.#blobs.pin(record.segments) }
    })
  }

  /**
   * Puts an object under its key. When this returns it is on the disk; when it throws, or the
   * process dies, either the old or the new object is there, whole.
   */
  async replace(bucket: string, { record, place, precondition }: NewObject): Promise<void> {
    const { key, uploadId } = record
    await this.#locks.run(`${bucket}/${key}`, async () => {
      const current = await this.find(bucket, key)
      precondition?.(current)
      const blobs = [...record.segments, ...(current?.segments ?? [])].map(({ blob }) => blob)
      const entry = await this.#journal.begin({ bucket, key, blobs, uploadId })
      try {
        await place()
        await replaceJson(this.#layout.scratch, this.#path(bucket, key), record)
        this.index(bucket).note(key, true)
      } catch (error) {
        // The record may be there: the disk can fail between its rename and the sync after it.
        this.index(bucket).note(key, (await this.find(bucket, key)) !== undefined)
        throw systemErrorCode(error) === 'ENOENT' ? noSuchBucket(error) : error
      } finally {
        this.#settleLater(entry)
      }
    })
  }

  /** Removes what is under a key; nothing there is no error. */
  async remove(bucket: string, key: string): Promise<void> {
    await this.#locks.run(`${bucket}/${key}`, async () => {
      const current = await this.find(bucket, key)
      if (!current) return
      const path = this.#path(bucket, key)
      const blobs = current.segments.map(({ blob }) => blob)
      const entry = await this.#journalRemoval({ bucket, key, blobs })
      await rm(path, { force: true })
      this.index(bucket).note(key, false)
      await syncDirectory(dirname(path))
      this.#settleLater(entry)
    })
  }

  /** The keys of a bucket, in order. */
  index(bucket: string): KeyIndex {
    let index = this.#indexes.get(bucket)
    if (!index) {
      index = new KeyIndex(this.#layout, bucket)
      this.#indexes.set(bucket, index)
    }
    return index
  }

  /** Called when a bucket is gone. */
  forget(bucket: string): void {
    this.#indexes.delete(bucket)
  }

  /** Finishes what a killed process began. Before anything else is asked of a store. */
  async recover(): Promise<void> {
    for await (const entry of this.#journal.unfinished()) await this.#settle(entry)
  }

  /** Resolves when the clean-up after the changes so far is done. */
  async settled(): Promise<void> {
    await Promise.all(this.#settling)
  }

  // A full disk must not keep anybody from making room.
  async #journalRemoval(change: Omit<JournalEntry, 'id'>): Promise<JournalEntry> {
    try {
      return await this.#journal.begin(change)
    } catch {
      return { id: 'not-written', ...change }
    }
  }

  #settleLater(entry: JournalEntry): void {
    const settling = this.#settle(entry)
      .catch(this.#onError)
      .finally(() => this.#settling.delete(settling))
    this.#settling.add(settling)
  }

  /** Removes the blobs of a change that the record does not name, and the upload it used up. */
  async #settle(entry: JournalEntry): Promise<void> {
    const record = await this.find(entry.bucket, entry.key)
    const wanted = new Set(record?.segments.map(({ blob }) => blob))
    const unwanted = entry.blobs.filter((blob) => !wanted.has(blob))
    if (!(await this.#blobs.remove(unwanted, () => this.#settleLater(entry)))) return
    if (entry.uploadId !== undefined && record?.uploadId === entry.uploadId) {
      await rm(uploadPath(this.#layout, entry.uploadId), { recursive: true, force: true })
    }
    await this.#journal.end(entry)
  }

  #path(bucket: string, key: string): string {
    return recordPath(this.#layout, bucket, recordName(key))
  }
}

function noSuchBucket(cause: unknown): S3Error {
  return new S3Error('NoSuchBucket', 'The bucket was removed meanwhile.', { cause })
}
