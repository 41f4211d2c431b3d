import { TRPCClientError } from '@trpc/client'
import type { Reason } from '@segue/api'
import { expect, expectTypeOf, test } from 'vitest'
import { errorSentence, isUnreachable } from './error-sentence.ts'
import { limitWait } from './limit-wait.ts'
import { messages, reasonSentences } from './messages.ts'

function refusal(data: { reason: string; retryAfter?: number }) {
  return TRPCClientError.from({ error: { message: '', code: -32_000, data } } as never)
}

test('knows a sentence for every reason the server may give', () => {
  expectTypeOf<keyof typeof reasonSentences>().toEqualTypeOf<Reason>()
  for (const reason of Object.keys(reasonSentences)) {
    expect(errorSentence(refusal({ reason }))).toMatch(/^[A-Z].*\.$/)
  }
})

test('never shows the words of an error it does not know', () => {
  expect(errorSentence(refusal({ reason: 'constructor' }))).toBe(messages.unknown)
  expect(errorSentence(new Error('secret detail'))).toBe(messages.unknown)
})

test('says so when the server is away', () => {
  const error = TRPCClientError.from(new TypeError('Failed to fetch'))
  expect(errorSentence(error)).toBe(messages.unreachable)
  expect(isUnreachable(error)).toBe(true)
})

test('waits for a rate limit among hundreds of uploads, but not in the sign-in form', () => {
  const error = refusal({ reason: 'rate_limited', retryAfter: 20 })
  expect(limitWait('tracks.create', error)).toBe(20)
  expect(limitWait('auth.session', error)).toBe(20)
  expect(limitWait('auth.login', error)).toBeNull()
})
