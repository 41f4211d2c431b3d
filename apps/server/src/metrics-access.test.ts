import type { IncomingMessage } from 'node:http'

import { describe, expect, it } from 'vitest'

import { mayReadMetrics } from './metrics-access.ts'

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

describe('without a token metrics are', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('for this machine: %s', (peer) => {
    expect(mayReadMetrics(from(peer), null)).toBe(true)
  })

  it.each(['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1', '1.127.0.0', '::', ''])(
    'for no other: %j',
    (peer) => {
      expect(mayReadMetrics(from(peer), null)).toBe(false)
    },
  )

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'])(
    'for nobody behind a proxy on this machine, told by %s',
    (name) => {
      expect(mayReadMetrics(from('127.0.0.1', { [name]: '' }), null)).toBe(false)
    },
  )

  it('for whoever sends some bearer all the same', () => {
    expect(mayReadMetrics(from('127.0.0.1', { authorization: 'Bearer x' }), null)).toBe(true)
  })
})

describe('with a token metrics are', () => {
  const ask = (authorization?: string) =>
    mayReadMetrics(from('192.0.2.1', authorization ? { authorization } : {}), 's3cret')

  it('for whoever has it, from anywhere', () => {
    expect(ask('Bearer s3cret')).toBe(true)
  })

  it.each([undefined, 's3cret', 'Bearer', 'Bearer s3cre', 'Bearer s3cret ', 'Basic s3cret'])(
    'for nobody with %j',
    (authorization) => {
      expect(ask(authorization)).toBe(false)
    },
  )

  it('not for this machine without it', () => {
    expect(mayReadMetrics(from('127.0.0.1'), 's3cret')).toBe(false)
  })
})
