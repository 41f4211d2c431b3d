import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { endsSession } from './session.ts'

function refusal(code: string, reason: string) {
  return TRPCClientError.from({
    error: { message: '', code: -32_001, data: { code, reason } },
  } as never)
}

test.each(['signed_out', 'session_expired'])('takes %s for the end of the session', (reason) => {
  expect(endsSession(refusal('UNAUTHORIZED', reason))).toBe(true)
})

test('stays signed in over a wrong password, a refusal and a server that is away', () => {
  expect(endsSession(refusal('UNAUTHORIZED', 'invalid_credentials'))).toBe(false)
  expect(endsSession(refusal('FORBIDDEN', 'forbidden'))).toBe(false)
  expect(endsSession(TRPCClientError.from(new TypeError('Failed to fetch')))).toBe(false)
})
