import type { Page } from '../trpc/page.ts'

/**
 * All pages of a list, one after the other.
 * @param between what happens after each page but the last
 */
export async function walk<T>(
  list: (cursor: string | undefined) => Promise<Page<T>>,
  between?: (page: number) => Promise<unknown>,
): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let page = 1; page < 100; page++) {
    const answer = await list(cursor)
    items.push(...answer.items)
    if (answer.nextCursor === null) return items
    cursor = answer.nextCursor
    await between?.(page)
  }
  throw new Error('the list has no end')
}
