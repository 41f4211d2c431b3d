import type { AppLucia } from '../credentials/lucia.ts'
import { authenticate, type Caller } from '../credentials/authenticate.ts'
import type { Services } from '../services.ts'
import type { SecurityEvent } from './security-event.ts'

/** What the HTTP layer tells of a request. */
export interface RequestInfo {
  requestId: string
  /** The origin the caller used, e.g. http://localhost:4000: links to the embedded store carry it. */
  origin: string
  /** The caller's address, proxies believed only as configured. */
  address: string
  authorization?: string
  cookie?: string
  userAgent?: string
  /** Adds a Set-Cookie header to the answer. */
  setCookie(value: string): void
}

/** What every procedure of one HTTP request shares; procedures add an EntityManager of their own. */
export interface Context {
  services: Services
  lucia: AppLucia
  request: RequestInfo
  /** Who is calling, found out once a request; null when signed out. */
  caller(): Promise<Caller | null>
  /**
   * Logs a security event, with the request's id and the caller's address.
   * @param details ids and counts; never a password, a token or a text that somebody typed
   */
  note(event: SecurityEvent, details?: Record<string, string | number | null>): void
}

/**
 * The context of one HTTP request; finds out who is calling when first asked. `RequestInfo` is
 * believed as it is: the HTTP layer has checked it.
 */
export function createContext(services: Services, request: RequestInfo): Context {
  let caller: Promise<Caller | null> | undefined
  return {
    services,
    lucia: services.lucia,
    request,
    caller: () => (caller ??= authenticate(services, request)),
    note(security, details) {
      const { requestId, address } = request
      const { limit } = details ?? {}
      services.config.observer?.onSecurityEvent(security, limit ? String(limit) : undefined)
      services.logger.info({ security, ...details, address, requestId }, 'security event')
    },
  }
}
