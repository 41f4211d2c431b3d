import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { reasonSentences } from './messages.ts'
import { mayPass, UploadRefusal } from './upload-refusal.ts'

test('another try may help where the reason passes, and nowhere else', () => {
  const passing = Object.keys(reasonSentences).filter((reason) =>
    mayPass(
      TRPCClientError.from({ error: { message: '', code: -32_000, data: { reason } } } as never),
    ),
  )
  expect(passing).toEqual([
    'database_unavailable',
    'rate_limited',
    'store_unavailable',
    'upload_incomplete',
    'upload_quota_exceeded',
  ])
  expect(mayPass(TRPCClientError.from(new TypeError('Failed to fetch')))).toBe(true)
  expect(mayPass(new UploadRefusal('Busy.', { isPassing: true }))).toBe(true)
  expect(mayPass(new UploadRefusal('No audio.'))).toBe(false)
})
