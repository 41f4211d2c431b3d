import { z } from 'zod'

const millisecondsSchema = z.int().min(0).max(2_147_483_647)

export const startSchema = z.object({
  trackId: z.uuid(),
  /** When it was begun, for a play that the server could not be told of then; now, unless given. */
  playedAt: z.iso.datetime({ offset: true }).optional(),
  source: z
    .object({
      kind: z.enum(['album', 'playlist', 'search', 'favorites', 'history', 'radio', 'queue']),
      id: z.uuid().optional(),
    })
    .optional(),
  /**
   * A random UUID of the caller's own. Asked for again with the same one, as where the answer was lost
   * on the way, a start opens no second play.
   */
  attemptId: z.uuid().optional(),
})

export type StartInput = z.output<typeof startSchema>

export const prepareSchema = z.object({ trackIds: z.array(z.uuid()).min(1).max(20) })

export const playIdSchema = z.object({ playId: z.uuid() })

export const reportSchema = z.object({
  playId: z.uuid(),
  positionMs: millisecondsSchema,
  listenedMs: millisecondsSchema,
  ended: z.boolean().optional(),
})
