/**
 * What every answer but the store's carries. Scripts and styles come from our own files only; audio
 * and images also from the store, and from what the page itself holds.
 * @param publicUrl the origin browsers see; null: loopback
 * @param storeOrigin where browsers reach an external store; null: on our own origin
 */
export function securityHeaders({
  publicUrl,
  storeOrigin,
}: {
  publicUrl: string | null
  storeOrigin: string | null
}): Headers {
  const { protocol, hostname } = new URL(publicUrl ?? 'http://localhost')
  const isHttps = protocol === 'https:'
  // Elsewhere browsers ignore it, with an error on the console of every page.
  const isTrustworthy = isHttps || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  const store = storeOrigin ? ` ${storeOrigin}` : ''
  const policy = {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': `'self' blob:${store}`,
    'media-src': `'self' blob:${store}`,
    'connect-src': `'self'${store}`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  const directives = Object.entries(policy).map(([name, sources]) => `${name} ${sources}`)
  return new Headers({
    'content-security-policy': directives.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    ...(isTrustworthy ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  })
}
