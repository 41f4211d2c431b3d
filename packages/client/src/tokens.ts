/** What a program keeps of a sign-in between its runs. */
export interface Tokens {
  /** Lives 15 minutes; without it, or past its life, the refresh token is exchanged first. */
  accessToken?: string
  /** Exchanged once for its successor: whoever stores it must store each new pair. */
  refreshToken: string
}

/** As the server issues them. */
export interface IssuedTokens extends Tokens {
  accessToken: string
}

/** A token is renewed so long before it ends, so that it does not end on the way. */
const marginMs = 30_000

/** When a token just issued is due for renewal, in ms since the epoch. */
export function renewalTime(expiresInSeconds: number): number {
  return Date.now() + expiresInSeconds * 1000 - marginMs
}

/**
 * When a stored token is due for renewal, in ms since the epoch, by its `exp` claim (RFC 7519,
 * 4.1.4). One that does not say is used until the server refuses it.
 */
export function storedRenewalTime({ accessToken }: Tokens): number {
  if (accessToken === undefined) return 0
  try {
    const payload = accessToken.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    if (typeof claims === 'object' && claims && 'exp' in claims && typeof claims.exp === 'number')
      return claims.exp * 1000 - marginMs
  } catch {
    // Not a JWT: the server is the judge.
  }
  return Infinity
}
