import { z } from 'zod'

import { pageSchema } from '../../trpc/page.schema.ts'

/** An instant of the years that PostgreSQL and ISO 8601 write alike, in UTC. */
const instantSchema = z.iso.datetime({ offset: true }).transform((text, context) => {
  const instant = new Date(text)
  const year = instant.getUTCFullYear()
  if (year >= 1 && year <= 9999) return instant.toISOString()
  context.addIssue('must be an instant of the years 1 to 9999')
  return z.NEVER
})

export const historyListSchema = pageSchema.extend({
  trackId: z.uuid().optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
})
