import { z } from 'zod'

import { pageSchema } from '../../trpc/page.schema.ts'

const instantSchema = z.iso.datetime({ offset: true })

export const historyListSchema = pageSchema.extend({
  trackId: z.uuid().optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
})
