import { DriverException } from '@mikro-orm/core'

/**
 * SQLSTATE classes and codes of a server that is gone, going, not yet there, out of room or memory,
 * or gave a transaction up for another's sake: https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const sqlStates = /^(08|40|53|57P0[1-5]|58030)/
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'])
const driverMessages =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|is not queryable/

/** True when an error means that the database did not answer, rather than that it refused. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : ''
    if (sqlStates.test(code)) return true
    if (driverMessages.test(at.message)) return true
    if (networkCodes.has(code) && (at instanceof DriverException || 'syscall' in at)) return true
  }
  return false
}
