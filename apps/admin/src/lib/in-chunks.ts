/** How many rows the server changes at once. */
const chunkSize = 500

/**
 * Does something to many rows, as many at once as the server takes.
 * @returns how many were changed
 */
export async function inChunks<Item>(
  items: readonly Item[],
  change: (items: Item[]) => Promise<{ count: number }>,
): Promise<number> {
  let total = 0
  for (let at = 0; at < items.length; at += chunkSize) {
    const { count } = await change(items.slice(at, at + chunkSize))
    total += count
  }
  return total
}
