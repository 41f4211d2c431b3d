/** So many rows come with one question. */
export const pageSize = 50
/** So many rows beyond those in sight are asked for too. */
const margin = 20

/** What is asked for of a list: so many rows, behind as many others. */
export interface Place {
  offset: number
  limit: number
}

/** A page by its number, from 0. */
export function placeOf(page: number): Place {
  return { offset: page * pageSize, limit: pageSize }
}

/** The numbers of the pages that hold the rows from one to another. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / pageSize)
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, at) => from + at)
}

/** The pages that hold the rows in sight and some around them. */
export function pagesAround(first: number, last: number, length: number): number[] {
  const within = (row: number) => Math.min(Math.max(row, 0), Math.max(length - 1, 0))
  return pagesOf(within(first - margin), within(last + margin))
}

/** Whether one may go on from some pages to others without skipping any: a scroll, not a jump. */
export function areNear(pages: readonly number[], others: readonly number[]): boolean {
  const [first = 0, last = 0] = [pages[0], pages.at(-1)]
  return others.some((page) => page >= first - 1 && page <= last + 1)
}
