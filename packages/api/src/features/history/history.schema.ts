import { z } from 'zod'

import { instantSchema } from '../../text/instant.schema.ts'
import { querySchema } from '../../text/text.schema.ts'
import { timeZoneSchema } from '../../text/time-zone.schema.ts'
import { pageSchema } from '../../trpc/page.schema.ts'

const spanSchema = z.object({ from: instantSchema.optional(), to: instantSchema.optional() })

export const historyListSchema = pageSchema.extend({
  trackId: z.uuid().optional(),
  q: querySchema.optional(),
  completed: z.boolean().optional(),
  ...spanSchema.shape,
})

export const removePlaySchema = z.object({ playId: z.uuid() })

export const historyStatsSchema = spanSchema.extend({ timeZone: timeZoneSchema.optional() })

export const adminHistoryListSchema = historyListSchema.extend({
  userId: z.uuid().optional(),
  sort: z.enum(['newest', 'oldest']).optional(),
})

export const removePlaysSchema = z.object({ playIds: z.array(z.uuid()).min(1).max(500) })
