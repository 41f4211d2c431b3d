import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Which rows of a list are chosen. */
export interface Selection<Row> {
  /** The chosen ones among the rows there are, in their order. */
  rows: readonly Row[]
  isAll: boolean
  has(row: Row): boolean
  /** @param isRange means everything from the row that was chosen before up to this one */
  set(row: Row, isChosen: boolean, isRange?: boolean): void
  setAll(isChosen: boolean): void
}

/**
 * Keeps which rows are chosen. A row that is no longer in the list is not chosen either. `has` is the
 * same until others are chosen, `set` always, so that rows need not be drawn anew as others come.
 */
export function useSelection<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Selection<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const lastRef = useRef<string>(undefined)
  const chosen = rows.filter((row) => keys.has(keyOf(row)))

  function change(row: Row, isChosen: boolean, isRange: boolean) {
    const next = new Set(chosen.map(keyOf))
    const at = rows.findIndex((each) => keyOf(each) === keyOf(row))
    const last = rows.findIndex((each) => keyOf(each) === lastRef.current)
    const from = isRange && last >= 0 ? last : at
    for (const each of rows.slice(Math.min(from, at), Math.max(from, at) + 1)) {
      if (isChosen) next.add(keyOf(each))
      else next.delete(keyOf(each))
    }
    lastRef.current = keyOf(row)
    setKeys(next)
  }

  const latest = useRef({ change, keyOf })
  useLayoutEffect(() => {
    latest.current = { change, keyOf }
  })

  return {
    rows: chosen,
    isAll: rows.length > 0 && chosen.length === rows.length,
    has: useCallback((row) => keys.has(latest.current.keyOf(row)), [keys]),
    set: useCallback(
      (row, isChosen, isRange = false) => latest.current.change(row, isChosen, isRange),
      [],
    ),
    setAll: (isChosen) => setKeys(new Set(isChosen ? rows.map(keyOf) : [])),
  }
}
