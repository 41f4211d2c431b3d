import { DomainError } from '../errors.ts'

export interface QueueLimits {
  /** Tasks at work. */
  atOnce: number
  /** Tasks that wait for their turn, besides. */
  waiting: number
}

/** Runs a task when its turn comes, first come first served. Errors: rate_limited, when too many wait. */
export type RunInTurn = <T>(task: () => Promise<T>) => Promise<T>

/** A queue for work that is dear, so that callers in numbers wait, or go, instead of taking all. */
export function createQueue({ atOnce, waiting }: QueueLimits): RunInTurn {
  let free = atOnce
  const queue: (() => void)[] = []

  async function takeTurn(): Promise<void> {
    if (free > 0) free -= 1
    else if (queue.length < waiting) await new Promise<void>((begin) => queue.push(begin))
    else throw new DomainError('rate_limited', { retryAfter: 1 })
  }

  function passTurn(): void {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }

  return async (task) => {
    await takeTurn()
    try {
      return await task()
    } finally {
      passTurn()
    }
  }
}

/** A queue for each key, which is there only while somebody is in it. */
export function createQueues(
  limits: QueueLimits,
): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, { inTurn: RunInTurn; tasks: number }>()
  return async (key, task) => {
    const queue = queues.get(key) ?? { inTurn: createQueue(limits), tasks: 0 }
    queues.set(key, queue)
    queue.tasks += 1
    try {
      return await queue.inTurn(task)
    } finally {
      queue.tasks -= 1
      if (queue.tasks === 0) queues.delete(key)
    }
  }
}
