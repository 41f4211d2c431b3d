import { z } from 'zod'

/** An instant of the years that PostgreSQL and ISO 8601 write alike, in UTC. */
export const instantSchema = z.iso.datetime({ offset: true }).transform((text, context) => {
  const instant = new Date(text)
  const year = instant.getUTCFullYear()
  if (year >= 1 && year <= 9999) return instant.toISOString()
  context.addIssue('must be an instant of the years 1 to 9999')
  return z.NEVER
})
