import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

import { DomainError } from '../errors.ts'

export const accessTokenSeconds = 900
const issuer = 'segue'
const audience = 'segue-api'
const type = 'at+jwt'

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid() })

/** Whom an access token speaks for: the user, and the sign-in it was made by. */
export interface AccessClaims {
  userId: string
  signInId: string
}

export interface AccessTokens {
  sign(claims: AccessClaims): Promise<string>
  /** Throws `session_expired` for whatever is not a live token of ours. */
  verify(token: string): Promise<AccessClaims>
}

/**
 * Access tokens: JWTs (RFC 9068) of 15 minutes, HS256, with issuer, audience and type pinned.
 * @param secretKey at least 32 bytes
 */
export function createAccessTokens(secretKey: string): AccessTokens {
  const key = new TextEncoder().encode(secretKey)
  return {
    sign: ({ userId, signInId }) =>
      new SignJWT({ sid: signInId })
        .setProtectedHeader({ alg: 'HS256', typ: type })
        .setSubject(userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${accessTokenSeconds}s`)
        .sign(key),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer,
          audience,
          typ: type,
          clockTolerance: 5,
          maxTokenAge: accessTokenSeconds,
          requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        })
        const claims = claimsSchema.parse(payload)
        return { userId: claims.sub, signInId: claims.sid }
      } catch (cause) {
        if (cause instanceof errors.JOSEError || cause instanceof z.ZodError)
          throw new DomainError('session_expired', { cause })
        throw cause
      }
    },
  }
}
