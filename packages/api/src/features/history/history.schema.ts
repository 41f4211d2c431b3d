import { z } from 'zod'

import { instantSchema } from '../../text/instant.schema.ts'
import { pageSchema } from '../../trpc/page.schema.ts'

export const historyListSchema = pageSchema.extend({
  trackId: z.uuid().optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
})
