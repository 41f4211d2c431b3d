import { isIPv4, isIPv6 } from 'node:net'

/**
 * What an address is counted as: IPv4 as it is, IPv6 by its first 64 bits, which one household or
 * machine has for itself. At most 45 characters, also of what is no address.
 */
export function addressKey(address: string): string {
  const host = withoutPort(address).replace(/%.*$/, '').toLowerCase()
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(host)?.[1]
  if (embedded) return embedded
  return isIPv6(host) ? `${firstHalf(host).join(':')}::/64` : host.slice(0, 45)
}

/** Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
function withoutPort(address: string): string {
  const [, bracketed, before] = /^(?:\[(.*)\](?::\d+)?|([^:]+):\d+)$/.exec(address) ?? []
  return bracketed ?? (before !== undefined && isIPv4(before) ? before : address)
}

/** The first four groups of an IPv6 address (RFC 4291, 2.2), without leading zeros. */
function firstHalf(address: string): string[] {
  const [before = '', after] = address.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const tailLength = tail.length + (address.includes('.') ? 1 : 0)
  const zeros = after === undefined ? 0 : 8 - head.length - tailLength
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail]
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
}
