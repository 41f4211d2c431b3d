import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs, PlannedSegments, Segment } from './blobs.ts'
import type { Checksum } from './checksum.ts'
import { readJson, replaceJson, syncDirectory } from './durable-file.ts'
import { KeyLock } from './key-lock.ts'
import { uploadPath } from './layout.ts'
import type { Layout } from './layout.ts'
import { S3Error, systemErrorCode } from './s3-error.ts'

export interface MultipartUpload {
  id: string
  bucket: string
  key: string
  /** Milliseconds since the epoch. */
  created: number
  headers: Record<string, string>
  metadata: Record<string, string>
}

export interface UploadedPart extends Segment {
  number: number
  etag: string
  /** Milliseconds since the epoch. */
  modified: number
  checksum?: Checksum
}

/** Uploads in several parts, each a directory of its own until it is completed or given up. */
export class MultipartUploads {
  readonly #layout: Layout
  readonly #blobs: Blobs
  readonly #now: () => number
  readonly #locks = new KeyLock()

  constructor(layout: Layout, blobs: Blobs, now: () => number) {
    this.#layout = layout
    this.#blobs = blobs
    this.#now = now
  }

  async create(about: Omit<MultipartUpload, 'id' | 'created'>): Promise<string> {
    const upload = { id: randomBytes(16).toString('hex'), created: this.#now(), ...about }
    const cradle = join(this.#layout.scratch, randomBytes(16).toString('hex'))
    await mkdir(cradle, { mode: 0o700 })
    await replaceJson(this.#layout.scratch, join(cradle, 'upload.json'), upload)
    await rename(cradle, uploadPath(this.#layout, upload.id))
    await syncDirectory(this.#layout.uploads)
    return upload.id
  }

  /** The upload, if it is one of this key; its id is checked before it becomes part of a path. */
  async find(bucket: string, key: string, id: string): Promise<MultipartUpload | undefined> {
    if (!/^[0-9a-f]{32}$/.test(id)) return undefined
    const upload = await this.#read(id)
    return upload?.bucket === bucket && upload.key === key ? upload : undefined
  }

  async get(bucket: string, key: string, id: string): Promise<MultipartUpload> {
    const upload = await this.find(bucket, key, id)
    if (!upload) throw new S3Error('NoSuchUpload', 'There is no such upload of this key.')
    return upload
  }

  /** Makes received bytes a part of the upload, in place of an earlier part of the number. */
  async putPart({ bucket, key, id }: MultipartUpload, part: UploadedPart): Promise<void> {
    await this.exclusively(id, async () => {
      await this.get(bucket, key, id)
      const earlier = await this.#readPart(id, part.number)
      await rename(this.#blobs.scratchPath(part.blob), this.#partPath(id, part.blob))
      await replaceJson(this.#layout.scratch, this.#partPath(id, partName(part.number)), part)
      if (earlier) await rm(this.#partPath(id, earlier.blob), { force: true })
    })
  }

  /** The parts that are there, by number. */
  async parts(id: string): Promise<UploadedPart[]> {
    const parts: UploadedPart[] = []
    for (const file of (await readdir(uploadPath(this.#layout, id))).sort()) {
      if (!/^\d{5}\.json$/.test(file)) continue
      const part = await this.#readPart(id, Number(file.slice(0, 5)))
      if (part) parts.push(part)
    }
    return parts
  }

  /** All uploads begun and not yet completed. */
  async *all(): AsyncGenerator<MultipartUpload> {
    for (const id of await readdir(this.#layout.uploads)) {
      const upload = await this.#read(id)
      if (upload) yield upload
    }
  }

  /** Keeps parts from changing while `task` looks at them. */
  async exclusively<T>(id: string, task: () => Promise<T>): Promise<T> {
    return this.#locks.run(id, task)
  }

  /** Segments of an object made of these parts; the parts themselves stay where they are. */
  planSegments(id: string, parts: readonly UploadedPart[]): PlannedSegments {
    return this.#blobs.planAdoption(
      parts.map(({ blob, size }) => ({ path: this.#partPath(id, blob), size })),
    )
  }

  /** Gives an upload up: gone at once for everybody, its bytes removed. */
  async abort(id: string): Promise<void> {
    const grave = join(this.#layout.scratch, randomBytes(16).toString('hex'))
    try {
      await this.exclusively(id, () => rename(uploadPath(this.#layout, id), grave))
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT') throw error
    }
    await rm(grave, { recursive: true, force: true })
  }

  /** Aborts the uploads begun more than `maxAgeMs` ago. */
  async expire(maxAgeMs: number): Promise<void> {
    for await (const upload of this.all()) {
      if (this.#now() - upload.created > maxAgeMs) await this.abort(upload.id)
    }
  }

  async #read(id: string): Promise<MultipartUpload | undefined> {
    return readJson<MultipartUpload>(this.#partPath(id, 'upload.json'))
  }

  async #readPart(id: string, number: number): Promise<UploadedPart | undefined> {
    return readJson<UploadedPart>(this.#partPath(id, partName(number)))
  }

  #partPath(id: string, name: string): string {
    return join(uploadPath(this.#layout, id), name)
  }
}

/** The ETag S3 gives: MD5 over the parts' MD5s, and how many there are. */
export function multipartEtag(parts: readonly UploadedPart[]): string {
  const hash = createHash('md5')
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'))
  return `${hash.digest('hex')}-${parts.length}`
}

function partName(number: number): string {
  return `${String(number).padStart(5, '0')}.json`
}
