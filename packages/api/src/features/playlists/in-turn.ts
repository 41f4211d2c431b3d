const turnsOf = new WeakMap<object, Map<string, Promise<unknown>>>()

/**
 * Does what belongs to one key one after the other, as far as this process is concerned: what
 * waits here holds no connection to the database, of which there are few.
 * @param owner whose keys they are; they are forgotten with it
 */
export async function inTurn<T>(owner: object, key: string, action: () => Promise<T>): Promise<T> {
  const turns = turnsOf.get(owner) ?? new Map<string, Promise<unknown>>()
  turnsOf.set(owner, turns)
  const turn = (turns.get(key) ?? Promise.resolve()).then(action, action)
  turns.set(key, turn)
  try {
    return await turn
  } finally {
    if (turns.get(key) === turn) turns.delete(key)
  }
}
