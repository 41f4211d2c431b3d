const turnsOf = new WeakMap<object, Map<string, Promise<unknown>>>()

/** Nobody waits for longer behind one that hangs. */
const patienceMs = 10_000

/**
 * Does what belongs to one key one after the other, as far as this process is concerned: what
 * waits here holds no connection to the database, of which there are few. It keeps nothing apart
 * for sure: that is up to locks of the database.
 * @param owner whose keys they are; they are forgotten with it
 */
export async function inTurn<T>(owner: object, key: string, action: () => Promise<T>): Promise<T> {
  const turns = turnsOf.get(owner) ?? new Map<string, Promise<unknown>>()
  turnsOf.set(owner, turns)
  const before = turns.get(key)
  const turn = before ? endOf(before).then(action) : action()
  turns.set(key, turn)
  try {
    return await turn
  } finally {
    if (turns.get(key) === turn) turns.delete(key)
  }
}

async function endOf(turn: Promise<unknown>): Promise<void> {
  const { promise: patience, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, patienceMs)
  await Promise.race([turn.catch(() => undefined), patience])
  clearTimeout(timer)
}
