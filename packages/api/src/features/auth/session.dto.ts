import type { Session } from './session.entity.ts'

/** One of a user's own sign-ins. */
export interface SessionDto {
  id: string
  deviceName: string | null
  userAgent: string | null
  createdAt: string
  lastUsedAt: string
  /** The one this call was made by. */
  current: boolean
}

/**
 * A session as it leaves, under the id of its sign-in: the session's own stays here.
 * @param currentSignInId the sign-in that this call was made by
 */
export function toSessionDto(session: Session, currentSignInId: string): SessionDto {
  return {
    id: session.signInId,
    deviceName: session.deviceName,
    userAgent: session.userAgent,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    current: session.signInId === currentSignInId,
  }
}
