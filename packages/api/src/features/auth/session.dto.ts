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
