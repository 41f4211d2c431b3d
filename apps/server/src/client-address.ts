import type { IncomingMessage } from 'node:http'

/**
 * The caller's address. Of X-Forwarded-For only what our own proxies wrote counts: the entry as many
 * places from the end as there are proxies.
 * @param proxyHops reverse proxies in front of this server
 */
export function clientAddress({ socket, headers }: IncomingMessage, proxyHops: number): string {
  const peer = socket.remoteAddress ?? ''
  const forwarded = headers['x-forwarded-for']
  if (proxyHops === 0 || forwarded === undefined) return plain(peer)
  const way = [...String(forwarded).split(','), peer].map((address) => plain(address.trim()))
  return way.at(-1 - proxyHops) ?? way[0] ?? plain(peer)
}

/** Whether a reverse proxy seems to stand in front. */
export function isForwarded({ headers }: IncomingMessage): boolean {
  return Object.keys(headers).some((name) => /^(x-)?forwarded(-|$)/.test(name))
}

/** IPv4 seen through an IPv6 socket is IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
