import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import { Queue } from '../features/queue/queue.entity.ts'

/** Gives a user a queue of those tracks, one second into the first, as a device has saved it. */
export async function lineUp(
  em: SqlEntityManager,
  user: string,
  trackIds: string[],
): Promise<void> {
  await em.insert(Queue, {
    user,
    trackIds,
    added: [],
    position: 0,
    positionMs: 1_000,
    repeat: 'off',
    seed: null,
    source: null,
    rest: null,
    deviceId: v7(),
    deviceName: 'Kitchen',
    revision: 1,
    changedAt: 0,
    updatedAt: new Date(),
  })
}
