import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { limitWait } from './limit-wait.ts'
import { isUnreachable } from './refusal.ts'
import { sentencesOf, type Sentences } from './sentences.ts'

const messages: Sentences = {
  reasons: { not_found: 'That isn’t there.' } as Sentences['reasons'],
  unreachable: 'The server is away.',
  unknown: 'Something went wrong.',
  tooMany: (wait) => `Too many tries. Try again in ${wait}.`,
}
const errorSentence = sentencesOf(messages)

function refusal(data: { reason: string; retryAfter?: number }) {
  return TRPCClientError.from({ error: { message: '', code: -32_000, data } } as never)
}

const noAnswer = TRPCClientError.from(new TypeError('Failed to fetch'))

test('says a reason in the sentence of the app', () => {
  expect(errorSentence(refusal({ reason: 'not_found' }))).toBe('That isn’t there.')
})

test('says how long a rate limit lasts', () => {
  expect(errorSentence(refusal({ reason: 'rate_limited', retryAfter: 65 }))).toBe(
    'Too many tries. Try again in 1 minute 5 seconds.',
  )
})

test('never shows the words of a reason it does not know', () => {
  expect(errorSentence(refusal({ reason: 'toString' }))).toBe(messages.unknown)
  expect(errorSentence(new Error('secret detail'))).toBe(messages.unknown)
})

test('tells a server that is away from a refusal', () => {
  expect(errorSentence(noAnswer)).toBe(messages.unreachable)
  expect(isUnreachable(noAnswer)).toBe(true)
  expect(isUnreachable(refusal({ reason: 'store_unavailable' }))).toBe(true)
  expect(isUnreachable(refusal({ reason: 'not_found' }))).toBe(false)
})

test('waits as long as a rate limit asks, but not in a sign-in form and not for ever', () => {
  const limited = (retryAfter: number) => refusal({ reason: 'rate_limited', retryAfter })
  expect(limitWait('stream.start', limited(3))).toBe(3)
  expect(limitWait('stream.start', limited(600))).toBeNull()
  expect(limitWait('auth.session', limited(3))).toBe(3)
  expect(limitWait('auth.login', limited(3))).toBeNull()
  expect(limitWait('stream.start', refusal({ reason: 'not_found' }))).toBeNull()
  expect(limitWait('stream.start', noAnswer)).toBeNull()
})
