import { z } from 'zod'

/** An IANA name; offsets such as +09:00 are none, and PostgreSQL reads them the other way round. */
export const timeZoneSchema = z
  .string()
  .max(100)
  .regex(/^[A-Za-z][\w+/-]*$/, 'must be the IANA name of a time zone')
  .refine(isKnown, 'must be a known time zone')

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
