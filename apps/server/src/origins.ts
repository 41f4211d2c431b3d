import type { IncomingHttpHeaders } from 'node:http'

/** What decides which origins are this server's, and which others may call it. */
export interface OriginRules {
  /** null: loopback names at `port` are one origin. */
  publicUrl: string | null
  allowedOrigins: string[]
  /** Where the server listens. */
  port: number
}

const sessionCookie = /(?:^|;\s*)(?:__Host-)?segue=/

/** The origins under which browsers see this server; the first is the one to show. */
export function ownOrigins({ publicUrl, port }: OriginRules): string[] {
  if (publicUrl) return [publicUrl]
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${port}`).origin)
}

/** The origin the caller used, as far as it is one of ours: links to the embedded store carry it. */
export function callersOrigin(rules: OriginRules, host: string | undefined): string {
  const [first = '', ...others] = ownOrigins(rules)
  return others.find((origin) => new URL(origin).host === host?.toLowerCase()) ?? first
}

/**
 * Whether a POST may come from where it says it comes from: a page of ours or of an allowed origin,
 * or a program that is no browser. A request that names neither Origin nor Sec-Fetch-Site passes
 * only without a session cookie.
 */
export function mayPost(rules: OriginRules, headers: IncomingHttpHeaders): boolean {
  const { origin, cookie } = headers
  if (origin !== undefined) return ownOrigins(rules).includes(origin) || isAllowed(rules, origin)
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return !sessionCookie.test(cookie ?? '')
}

/** Whether pages of this other origin may read answers of the API. */
export function isAllowed({ allowedOrigins }: OriginRules, origin: string): boolean {
  return allowedOrigins.includes(origin)
}
