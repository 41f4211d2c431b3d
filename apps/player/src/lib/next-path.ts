const fallback = '/'
const base = 'https://segue.invalid'

/**
 * Where to go after signing in. Only a path on this site is believed: what a browser would read as
 * another site or as a script (`//evil`, `/\evil`, `javascript:`) becomes the first page.
 * @param next what the address carried, from anyone
 */
export function safeNextPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, base))
    return fallback
  const url = new URL(next, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  if (url.pathname === '/sign-in' || url.pathname === '/register') return fallback
  return url.pathname + url.search + url.hash
}
