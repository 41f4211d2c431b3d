import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from './s3-error.ts'

/** The algorithms of `x-amz-checksum-*` that Node computes natively. */
export type ChecksumAlgorithm = 'crc32' | 'sha1' | 'sha256'

/** A checksum and its value in base64, as in the `x-amz-checksum-<algorithm>` headers. */
export interface Checksum {
  algorithm: ChecksumAlgorithm
  value: string
}

export interface RunningChecksum {
  update(chunk: Uint8Array): unknown
  /** Base64. */
  digest(): string
}

/** @throws S3Error NotImplemented for an algorithm the store cannot verify */
export function assertAlgorithm(name: string): asserts name is ChecksumAlgorithm {
  if (name !== 'crc32' && name !== 'sha1' && name !== 'sha256') {
    throw new S3Error('NotImplemented', `The checksum ${name} is not supported.`)
  }
}

export function startChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  if (algorithm === 'crc32') return startCrc32()
  const hash = createHash(algorithm)
  return { update: (chunk) => hash.update(chunk), digest: () => hash.digest('base64') }
}

function startCrc32(): RunningChecksum {
  let value = 0
  return {
    update: (chunk) => {
      value = crc32(chunk, value)
    },
    digest: () => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(value)
      return bytes.toString('base64')
    },
  }
}
