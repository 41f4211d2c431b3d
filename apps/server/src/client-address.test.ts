import type { IncomingMessage } from 'node:http'

import { expect, it } from 'vitest'

import { clientAddress } from './client-address.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

it.each([
  ['the peer without proxies', request('10.0.0.1', '6.6.6.6'), 0, '10.0.0.1'],
  ['IPv4 in IPv6', request('::ffff:10.0.0.1'), 0, '10.0.0.1'],
  ['the last entry behind one proxy', request('10.0.0.1', '6.6.6.6, 7.7.7.7'), 1, '7.7.7.7'],
  ['the last but one behind two', request('10.0.0.1', '5.5.5.5, 6.6.6.6,7.7.7.7'), 2, '6.6.6.6'],
  ['the first where the list is short', request('10.0.0.1', '7.7.7.7'), 3, '7.7.7.7'],
  ['the peer where the proxy wrote nothing', request('10.0.0.1'), 1, '10.0.0.1'],
])('is %s', (_, from, hops, address) => {
  expect(clientAddress(from, hops)).toBe(address)
})
