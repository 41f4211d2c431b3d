import type { QueryKey } from '@tanstack/react-query'

interface Rows {
  items: { track: { id: string } }[]
}

/** What the cache holds under a key: some rows of a list. */
export type CachedRows = readonly [key: QueryKey, data: Rows]

/**
 * The rows of a list of tracks once one is taken out: those behind it move up, from one page into
 * the one before too.
 * @param lists pages by their offsets, and lists that are no pages
 * @returns what changes
 */
export function pagesWithout(lists: readonly CachedRows[], trackId: string): CachedRows[] {
  const inOrder = lists.toSorted(([a], [b]) => offsetOf(a) - offsetOf(b))
  return inOrder.flatMap(([key, data], index) => {
    const at = data.items.findIndex(({ track }) => track.id === trackId)
    if (at < 0) return []
    const pages = isPage(key) ? adjoining(inOrder.slice(index)) : [[key, data] as const]
    const rows = pages.flatMap(([, { items }]) => items).toSpliced(at, 1)
    return pages.map(
      ([key, data]) => [key, { ...data, items: rows.splice(0, data.items.length) }] as const,
    )
  })
}

/** The first page, and those that go on where the one before ends. */
function adjoining(pages: readonly CachedRows[]): CachedRows[] {
  const [first, ...others] = pages
  if (!first) return []
  const run = [first]
  let end = offsetOf(first[0]) + first[1].items.length
  for (const page of others) {
    if (offsetOf(page[0]) !== end) break
    run.push(page)
    end += page[1].items.length
  }
  return run
}

function isPage(key: QueryKey): boolean {
  return offsetOf(key) >= 0
}

/** The offset in a key as tRPC makes it; -1 where there is none. */
function offsetOf(key: QueryKey): number {
  const question = key[1] as { input?: { offset?: number } } | undefined
  return question?.input?.offset ?? -1
}
