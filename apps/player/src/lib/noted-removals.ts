const prefix = 'segue.removals.'
const own = prefix + Math.random().toString(36).slice(2)

let isHeld = false

/** Notes on this device what this page is about to remove, for the next one if it never does. */
export function noteRemovals(playIds: readonly string[]): void {
  try {
    if (playIds.length === 0) return localStorage.removeItem(own)
    localStorage.setItem(own, JSON.stringify(playIds))
  } catch {
    // The browser blocks storage, or it is full: what the page sends as it closes has to do.
  }
  if (isHeld) return
  isHeld = true
  // Held for as long as this page lives, so that others can tell.
  void locks()?.request(own, () => new Promise(() => {}))
}

/**
 * Removes what pages noted that are gone.
 * @param remove tells the server; where it fails, the note stays
 */
export async function leftOverRemovals(
  remove: (playIds: readonly string[]) => Promise<void>,
): Promise<void> {
  for (const key of notes()) {
    const settle = () => removeNoted(key, remove)
    const free = await locks()?.request(key, { ifAvailable: true }, (lock) => lock && settle())
    if (free === undefined && !locks()) await settle()
  }
}

async function removeNoted(
  key: string,
  remove: (playIds: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    const noted: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    const playIds = Array.isArray(noted) ? noted.filter((id) => typeof id === 'string') : []
    if (playIds.length > 0) await remove(playIds)
    localStorage.removeItem(key)
  } catch {
    // Another page will try it again.
  }
}

function notes(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix) && key !== own)
  } catch {
    return []
  }
}

/** Absent where the page came over plain HTTP from elsewhere. */
function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks
}
