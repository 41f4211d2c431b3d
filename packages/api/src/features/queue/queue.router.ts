import { router, signedInProcedure } from '../../trpc/trpc.ts'
import type { QueueDto, QueueStatusDto, SavedQueueDto } from './queue.dto.ts'
import { noteProgress, readQueue, readStatus, saveQueue } from './queue.repository.ts'
import { queueProgressSchema, saveQueueSchema } from './queue.schema.ts'

/** The one queue of a listener, which goes with them from device to device. */
export const queueRouter = router({
  /** The caller's queue with its tracks, removed ones too; null before the first save. */
  get: signedInProcedure.query(({ ctx }): Promise<QueueDto | null> =>
    readQueue(ctx.em, ctx.user.id),
  ),

  /** Where the caller's queue stands and on which device; null before the first save. */
  status: signedInProcedure.query(({ ctx }): Promise<QueueStatusDto | null> =>
    readStatus(ctx.em, ctx.user.id),
  ),

  /**
   * Keeps the caller's queue as a device has it: at most 1,000 entries of it, and how it goes on.
   * What another device saved since the revision that this one has seen stays: `saved` is false,
   * and the mark is the other's. Safe to send again.
   */
  save: signedInProcedure
    .input(saveQueueSchema)
    .mutation(({ ctx, input }): Promise<SavedQueueDto> => saveQueue(ctx.em, ctx.user.id, input)),

  /**
   * Notes how far the queue has played; `saved` is false once another device has saved.
   * Errors: not_found before the first save.
   */
  progress: signedInProcedure
    .input(queueProgressSchema)
    .mutation(({ ctx, input }): Promise<SavedQueueDto> => noteProgress(ctx.em, ctx.user.id, input)),
})
