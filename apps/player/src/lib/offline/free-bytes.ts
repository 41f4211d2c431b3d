/** Of the room that the browser tells so much is left alone. */
const reserve = 0.05

/** How much can still be kept. */
export async function freeBytes(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate()
  return Math.max(0, quota * (1 - reserve) - usage)
}

/** Whether something could not be kept because the browser has no room for it. */
export function isOutOfRoom(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'QuotaExceededError'
}
