import { S3Client, S3ServiceException } from '@aws-sdk/client-s3'

import type { StoreConfig } from '../config.ts'

/** A client of the store, as it is reached at that endpoint. */
export function createS3Client(config: StoreConfig, endpoint: string): S3Client {
  const client = new S3Client({
    endpoint,
    region: config.region,
    forcePathStyle: config.forcePathStyle,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    // Otherwise a presigned PUT carries the checksum of an empty body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
    },
  })
  askAgainAfterClockStep(client)
  return client
}

/** Stores refuse what is signed some minutes off; 403 then stands for nothing else. */
const clockStepMs = 240_000

/**
 * The SDK notes from each answer how far this clock is off, and repeats a refused request where that
 * is far; but not where it was and is no more, as after this machine's clock was set right.
 */
function askAgainAfterClockStep(client: S3Client): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const before = client.config.systemClockOffset
      try {
        return await next(args)
      } catch (error) {
        const step = Math.abs(client.config.systemClockOffset - before)
        const isRefused =
          error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403
        if (isRefused && step > clockStepMs) return next(args)
        throw error
      }
    },
    { step: 'initialize', name: 'askAgainAfterClockStep' },
  )
}
