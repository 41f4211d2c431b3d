/** A row on its way from one place of a list to another. */
export interface Lift {
  from: number
  to: number
  /** How far the pointer carried it, in pixels; null while the keyboard moves it. */
  carriedBy: number | null
}

/**
 * How far a row stands from its own place while another one is moved past it, in pixels.
 * @param index the row's own place
 */
export function shiftOf(index: number, lift: Lift | null, rowHeight: number): number {
  if (lift === null) return 0
  const { from, to, carriedBy } = lift
  if (index === from) return carriedBy ?? (to - from) * rowHeight
  if (index > from && index <= to) return -rowHeight
  return index < from && index >= to ? rowHeight : 0
}

/** The place that a row carried so far would be put down at. */
export function placeOf(from: number, carriedBy: number, rowHeight: number, last: number): number {
  return Math.min(Math.max(from + Math.round(carriedBy / rowHeight), 0), last)
}

/**
 * A list with one item put in another place, counted as the list is after it was taken out.
 * @returns a new list
 */
export function withMoved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const moved = list.slice(from, from + 1)
  return list.toSpliced(from, 1).toSpliced(to, 0, ...moved)
}
