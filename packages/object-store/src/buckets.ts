import { mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson, replaceJson, syncDirectory } from './durable-file.ts'
import { KeyLock } from './key-lock.ts'
import { bucketPath, recordsPath } from './layout.ts'
import type { Layout } from './layout.ts'
import { S3Error, systemErrorCode } from './s3-error.ts'

/** A rule of PutBucketCors. */
export interface CorsRule {
  allowedOrigins: readonly string[]
  allowedMethods: readonly string[]
  allowedHeaders: readonly string[]
  exposeHeaders: readonly string[]
  maxAgeSeconds?: number
}

export interface Bucket {
  name: string
  /** Milliseconds since the epoch. */
  created: number
  cors?: readonly CorsRule[]
}

/** The buckets there are, in memory and on the disk. */
export class Buckets {
  readonly #layout: Layout
  readonly #now: () => number
  readonly #byName = new Map<string, Bucket>()
  readonly #locks = new KeyLock()

  constructor(layout: Layout, now: () => number) {
    this.#layout = layout
    this.#now = now
  }

  /** Reads the buckets from the disk; one file each. */
  async load(): Promise<void> {
    for (const name of await readdir(this.#layout.buckets)) {
      const bucket = await readJson<Bucket>(this.#file(name))
      if (!bucket) continue
      await mkdir(recordsPath(this.#layout, name), { recursive: true })
      this.#byName.set(name, bucket)
    }
  }

  list(): readonly Bucket[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  find(name: string): Bucket | undefined {
    return this.#byName.get(name)
  }

  get(name: string): Bucket {
    const bucket = this.find(name)
    if (!bucket) throw new S3Error('NoSuchBucket', 'There is no such bucket.')
    return bucket
  }

  async create(name: string): Promise<void> {
    if (!isBucketName(name)) throw new S3Error('InvalidBucketName', 'Not a name for a bucket.')
    await this.#locks.run(name, async () => {
      if (this.find(name)) {
        throw new S3Error('BucketAlreadyOwnedByYou', 'The bucket is there already.')
      }
      const bucket = { name, created: this.#now() }
      await mkdir(recordsPath(this.#layout, name), { recursive: true })
      await replaceJson(this.#layout.scratch, this.#file(name), bucket)
      await syncDirectory(this.#layout.buckets)
      this.#byName.set(name, bucket)
    })
  }

  async setCors(name: string, cors: readonly CorsRule[] | undefined): Promise<void> {
    await this.#locks.run(name, async () => {
      const bucket = { ...this.get(name), cors }
      await replaceJson(this.#layout.scratch, this.#file(name), bucket)
      this.#byName.set(name, bucket)
    })
  }

  async delete(name: string): Promise<void> {
    await this.#locks.run(name, async () => {
      this.get(name)
      await removeEmpty(recordsPath(this.#layout, name))
      this.#byName.delete(name)
      await rm(bucketPath(this.#layout, name), { recursive: true })
      await syncDirectory(this.#layout.buckets)
    })
  }

  #file(name: string): string {
    return join(bucketPath(this.#layout, name), 'bucket.json')
  }
}

// The kernel, not a look beforehand, decides whether a directory is empty: an object may arrive.
async function removeEmpty(directory: string): Promise<void> {
  try {
    await rmdir(directory)
  } catch (error) {
    const code = systemErrorCode(error)
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    throw new S3Error('BucketNotEmpty', 'The bucket still has objects.', { cause: error })
  }
}

/** S3's rules for general purpose buckets; they also make every name a safe directory name. */
function isBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..')
}
