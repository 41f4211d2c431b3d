import { Readable } from 'node:stream'

import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

import type { StoreConfig } from '../config.ts'
import { linkLifeMs, markListener, startOfWindow } from './listener-link.ts'
import { createS3Client } from './s3-client.ts'
import { createHealth } from './store-health.ts'
import { asStoreError, isMissing, isPreconditionFailed } from './store-errors.ts'

/** No presigned PUT lives longer. */
export const uploadLinkLifeMs = 3_600_000

/** Stores answer once a copy is made, and one of 5 GiB takes its time. */
const copyMs = 900_000

/** A store that takes longer to answer at all is away. */
const checkMs = 3_000

export interface PresignedGet {
  url: string
  expiresAt: Date
}

export interface PresignedPut {
  url: string
  /** What the client must send with the bytes, exactly. */
  headers: Record<string, string>
  expiresAt: Date
}

export interface PutOptions {
  key: string
  contentType: string
  sizeBytes: number
  /** Hex; signed as x-amz-checksum-sha256, so that a store that checks it refuses other bytes. */
  sha256?: string
}

/**
 * The object store, any that speaks S3. Browsers get presigned links to it; the server itself
 * heads, copies and deletes. Failures of the store are `store_unavailable`.
 */
export class ObjectStorage {
  readonly #config: StoreConfig
  readonly #client: S3Client
  readonly #presigners = new Map<string, S3Client>()
  /**
   * Throws `store_unavailable` where the store has not answered for a second and does not now: before
   * a link is handed out, which is made without asking it.
   */
  readonly ensureAnswers: () => Promise<void> = createHealth(() => this.check())

  constructor(config: StoreConfig) {
    this.#config = config
    this.#client = createS3Client(config, config.endpoint)
  }

  /**
   * A link that any browser can play and seek in, for 60 minutes at most. The same key, listener
   * and origin give the same link for 30 minutes, in every process, so that caches work.
   * @param origin what the caller sees as this server's origin
   * @param listener a signed parameter of its own keeps links from being shared between users; where
   *   there is none, everyone gets the same link
   */
  presignGet(
    key: string,
    { origin, listener, contentType }: { origin: string; listener?: string; contentType?: string },
    now: Date = new Date(),
  ): Promise<PresignedGet> {
    const signingDate = startOfWindow(listener ?? '', now)
    return this.#sign(this.#presigner(origin), key, { contentType, listener, signingDate })
  }

  /** A link for this server's own reading. */
  async presignInternalGet(key: string): Promise<string> {
    const { url } = await this.#sign(this.#client, key, { signingDate: new Date() })
    return url
  }

  async #sign(
    client: S3Client,
    key: string,
    options: { contentType?: string; listener?: string; signingDate: Date },
  ): Promise<PresignedGet> {
    const { signingDate, listener } = options
    const command = new GetObjectCommand({
      Bucket: this.#config.bucket,
      Key: key,
      ResponseContentType: options.contentType,
    })
    if (listener !== undefined) markListener(command, listener)
    const url = await getSignedUrl(client, command, {
      expiresIn: linkLifeMs / 1000,
      signingDate,
    })
    return { url, expiresAt: new Date(signingDate.getTime() + linkLifeMs) }
  }

  /** A link that takes one file: exactly this type, length and, where the store checks it, hash. */
  async presignPut(
    { key, contentType, sizeBytes, sha256 }: PutOptions,
    origin: string,
  ): Promise<PresignedPut> {
    const checksum = sha256 && Buffer.from(sha256, 'hex').toString('base64')
    const command = new PutObjectCommand({
      Bucket: this.#config.bucket,
      Key: key,
      ContentType: contentType,
      ContentLength: sizeBytes,
      ...(checksum ? { ChecksumSHA256: checksum } : {}),
    })
    const url = await getSignedUrl(this.#presigner(origin), command, {
      expiresIn: uploadLinkLifeMs / 1000,
      signableHeaders: new Set(['host', 'content-type', 'content-length', checksumHeader]),
      unhoistableHeaders: new Set([checksumHeader]),
    })
    return {
      url,
      headers: { 'content-type': contentType, ...(checksum ? { [checksumHeader]: checksum } : {}) },
      expiresAt: new Date(Date.now() + uploadLinkLifeMs),
    }
  }

  /** Size and ETag of an object; null when there is none. */
  async head(key: string): Promise<{ sizeBytes: number; etag: string } | null> {
    try {
      const answer = await this.#client.send(
        new HeadObjectCommand({ Bucket: this.#config.bucket, Key: key }),
      )
      return { sizeBytes: answer.ContentLength ?? 0, etag: answer.ETag ?? '' }
    } catch (error) {
      if (isMissing(error)) return null
      throw asStoreError(error)
    }
  }

  /** A whole small object, up to `maxBytes`; null when there is none or it is larger. */
  async read(key: string, maxBytes: number): Promise<Uint8Array | null> {
    try {
      const answer = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#config.bucket, Key: key }),
      )
      if ((answer.ContentLength ?? Infinity) <= maxBytes)
        return (await answer.Body?.transformToByteArray()) ?? null
      if (answer.Body instanceof Readable) answer.Body.destroy()
      return null
    } catch (error) {
      if (isMissing(error)) return null
      throw asStoreError(error)
    }
  }

  /** Writes a small object of our own making. */
  async write(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.#client
      .send(
        new PutObjectCommand({
          Bucket: this.#config.bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
        }),
      )
      .catch((error: unknown) => {
        throw asStoreError(error)
      })
  }

  /**
   * Copies within the store and gives the copy a content type.
   * @param etag the copy happens only while the source still has it
   * @returns false when the source is gone or another
   */
  async copy(
    source: string,
    target: string,
    { etag, contentType }: { etag: string; contentType: string },
  ): Promise<boolean> {
    const { bucket } = this.#config
    try {
      const { CopyObjectResult: copied } = await this.#client.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: target,
          CopySource: `${bucket}/${source}`,
          CopySourceIfMatch: etag,
          ContentType: contentType,
          MetadataDirective: 'REPLACE',
        }),
        { requestTimeout: copyMs },
      )
      if (unquoted(copied?.ETag) === unquoted(etag)) return true
    } catch (error) {
      if (isMissing(error) || isPreconditionFailed(error)) return false
      throw asStoreError(error)
    }
    // Ceph copies whatever the condition says; and where objects are encrypted by a managed key, a
    // copy has an ETag of its own.
    if ((await this.head(source))?.etag === etag) return true
    await this.delete(target)
    return false
  }

  /** Deletes objects one by one, since not every store takes DeleteObjects; missing ones are fine. */
  async delete(...keys: string[]): Promise<void> {
    for (const key of keys)
      await this.#client
        .send(new DeleteObjectCommand({ Bucket: this.#config.bucket, Key: key }))
        .catch((error: unknown) => {
          if (!isMissing(error)) throw asStoreError(error)
        })
  }

  /** Throws `store_unavailable` unless the bucket answers within 3 s. */
  async check(): Promise<void> {
    await this.#client
      .send(new HeadBucketCommand({ Bucket: this.#config.bucket }), {
        abortSignal: AbortSignal.timeout(checkMs),
      })
      .catch((error: unknown) => {
        throw asStoreError(error)
      })
  }

  close(): void {
    this.#client.destroy()
    for (const client of this.#presigners.values()) client.destroy()
  }

  #presigner(origin: string): S3Client {
    const endpoint = this.#config.publicEndpoint ?? `${origin}/s3`
    let client = this.#presigners.get(endpoint)
    if (!client) {
      client = createS3Client(this.#config, endpoint)
      this.#presigners.set(endpoint, client)
    }
    return client
  }
}

const checksumHeader = 'x-amz-checksum-sha256'

function unquoted(etag: string | undefined): string | undefined {
  return etag?.replaceAll('"', '')
}
