import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { knownLength } from './known-lengths.ts'
import { pageSize, pagesOf, placeOf, type Place } from './sparse-pages.ts'

interface Question<Answer> {
  queryKey: QueryKey
  queryFn(context: { signal: AbortSignal }): Promise<Answer>
  refetchOnMount?: 'always'
}

export interface SparsePage<Item> {
  items: readonly Item[]
  /** null at the end of the list. */
  nextCursor: string | null
}

/** How a long list is asked for. */
export interface SparseSource<Item> {
  /** Some of its rows, behind as many as the offset tells. */
  page(place: Place): Question<SparsePage<Item>>
  /** How many rows it has. */
  count: Question<{ count: number }>
}

/** What tells one list from another: by other filters or in another order. */
export function nameOf(source: SparseSource<unknown>): string {
  return hashKey(source.page(placeOf(0)).queryKey)
}

/** How long a list is, as far as the cache or this tab knows. */
export function lengthOf(
  client: QueryClient,
  { count }: SparseSource<unknown>,
): number | undefined {
  const counted = client.getQueryData<{ count: number }>(count.queryKey)
  return counted?.count ?? knownLength(hashKey(count.queryKey))
}

/**
 * A list's length as its pages tell it, where rows came or went since it was counted.
 * @param answers pages by their numbers
 */
export function lengthBy(
  counted: number,
  answers: readonly (readonly [page: number, answer: SparsePage<unknown> | undefined])[],
): number {
  let length = counted
  for (const [page, answer] of answers) {
    if (!answer) continue
    const end = page * pageSize + answer.items.length
    if (answer.nextCursor !== null) length = Math.max(length, end + 1)
    else if (answer.items.length > 0 || page === 0) length = end
  }
  return length
}

/** Reads rows out of the cache, one by one; undefined what is not there. */
export function rowReader<Item>(
  client: QueryClient,
  source: SparseSource<Item>,
): (index: number) => Item | undefined {
  const pages = new Map<number, SparsePage<Item> | undefined>()
  return (index) => {
    const [page = 0] = pagesOf(index, index)
    if (!pages.has(page))
      pages.set(page, client.getQueryData<SparsePage<Item>>(source.page(placeOf(page)).queryKey))
    return pages.get(page)?.items[index - page * pageSize]
  }
}

/** The rows from one to another, asked for where the cache doesn't have them. */
export async function loadRows<Item>(
  client: QueryClient,
  source: SparseSource<Item>,
  first: number,
  last: number,
): Promise<Item[]> {
  const pages = pagesOf(first, last)
  const loaded = await Promise.all(
    pages.map((page) => client.fetchQuery(source.page(placeOf(page)))),
  )
  const start = first - (pages[0] ?? 0) * pageSize
  return loaded.flatMap(({ items }) => items).slice(start, start + last - first + 1)
}
