import type { Segment } from './blobs.ts'
import type { Checksum } from './checksum.ts'

/** Everything the store knows about one object; one file each. */
export interface ObjectRecord {
  key: string
  size: number
  /** Without its quotes. */
  etag: string
  /** Milliseconds since the epoch. */
  modified: number
  segments: readonly Segment[]
  /** Response headers by lower-case name: content-type, cache-control, ... */
  headers: Readonly<Record<string, string>>
  /** User metadata by name without `x-amz-meta-`. */
  metadata: Readonly<Record<string, string>>
  checksum?: Checksum
  /** The multipart upload that made the object, so that completing it again gives the same. */
  uploadId?: string
}
