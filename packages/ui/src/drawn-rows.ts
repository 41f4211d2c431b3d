/** Rows that follow on each other, counted from 0; none where the last stands before the first. */
export interface Stretch {
  first: number
  last: number
}

/** The rows that ought to be in the page, and those of them that are. */
export interface Drawn extends Stretch {
  rows: ReadonlySet<number>
}

/** From the top down: rows are drawn in another order, what is in sight first. */
export function inOrder(rows: ReadonlySet<number>): number[] {
  return [...rows].sort((a, b) => a - b)
}

/** As much of a stretch as a list of that length has: the row nearest to it at least. */
export function within({ first, last }: Stretch, count: number): Stretch {
  const nearest = (row: number) => Math.min(Math.max(row, 0), count - 1)
  return { first: Math.max(nearest(first), 0), last: nearest(last) }
}

/** Some of what ought to be in the page could be, and is not. */
export function isMissingAny(
  { first, last, rows }: Drawn,
  isHere: (row: number) => boolean,
): boolean {
  for (let row = first; row <= last; row++) if (!rows.has(row) && isHere(row)) return true
  return false
}

/**
 * What is in the page after some more was drawn: what is in sight before what is around it.
 * @param isHere tells rows that have come from those on their way
 * @param most so many rows are added
 * @returns the same object where nothing changed
 */
export function drawMore(
  kept: Drawn,
  wanted: Stretch,
  seen: Stretch,
  isHere: (row: number) => boolean,
  most: number,
): Drawn {
  const rows = new Set([...kept.rows].filter((row) => row >= wanted.first && row <= wanted.last))
  const isSame =
    kept.first === wanted.first && kept.last === wanted.last && rows.size === kept.rows.size
  const before = rows.size
  const add = ({ first, last }: Stretch) => {
    for (let row = first; row <= last && rows.size < before + most; row++)
      if (isHere(row)) rows.add(row)
  }
  add({ first: Math.max(seen.first, wanted.first), last: Math.min(seen.last, wanted.last) })
  add({ first: Math.max(seen.last + 1, wanted.first), last: wanted.last })
  add(wanted)
  return isSame && rows.size === before ? kept : { ...wanted, rows }
}

/** The stretches of rows that ought to be in the page and are not. */
export function gapsOf({ first, last, rows }: Drawn, isHere: (row: number) => boolean): Stretch[] {
  const gaps: Stretch[] = []
  for (let row = first; row <= last; row++) {
    if (rows.has(row) && isHere(row)) continue
    const open = gaps.at(-1)
    if (open?.last === row - 1) open.last = row
    else gaps.push({ first: row, last: row })
  }
  return gaps
}
