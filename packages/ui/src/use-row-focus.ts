import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

/** Rows come no nearer to the edges of the window, in pixels: bars may cover them. */
const edges = { top: 110, bottom: 170 }
/** PageUp and PageDown go by so many rows. */
const pageRows = 10

/**
 * The arrow keys go from row to row, Home and End to the first and the last; one row at a time has a
 * tab stop. A row that is not in the page yet gets the focus once it is.
 * @param lineOf the line that a row stands in, where there are headings between
 */
export function useRowFocus(
  bodyRef: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  lineOf: (index: number) => number = (index) => index,
) {
  const [active, setActive] = useState(0)
  const [isWithin, setIsWithin] = useState(false)
  const pending = useRef<number>(undefined)
  const index = Math.min(active, Math.max(count - 1, 0))

  useEffect(() => {
    if (pending.current === undefined) return
    const row = bodyRef.current?.querySelector<HTMLElement>(`[data-index="${pending.current}"]`)
    if (!row) return
    pending.current = undefined
    row.focus({ preventScroll: true })
  })

  function moveTo(next: number) {
    const body = bodyRef.current?.getBoundingClientRect()
    if (!body) return
    const top = body.top + lineOf(next) * rowHeight
    const beyondFoot = top + rowHeight - (window.innerHeight - edges.bottom)
    if (top < edges.top) window.scrollBy(0, top - edges.top)
    else if (beyondFoot > 0) window.scrollBy(0, beyondFoot)
    pending.current = next
    setActive(next)
    setIsWithin(true)
  }

  return {
    /** The row with the tab stop. */
    active: index,
    /** The focus is in that row: it stays in the page, wherever that is scrolled to. */
    isWithin,
    /** @returns the row that has the focus now, or undefined where the key is not for moving. */
    move(event: KeyboardEvent): number | undefined {
      const next = placeAfter(event.key, index, count)
      if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return undefined
      event.preventDefault()
      event.stopPropagation()
      moveTo(next)
      return next
    },
    onFocus(event: { target: Element }) {
      const row = event.target.closest('[role=row]')?.getAttribute('data-index')
      if (row) setActive(Number(row))
      setIsWithin(true)
    },
    onBlur: () => setIsWithin(false),
  }
}

function placeAfter(key: string, index: number, count: number): number | undefined {
  const places: Record<string, number> = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - pageRows,
    PageDown: index + pageRows,
    Home: 0,
    End: count - 1,
  }
  const place = places[key]
  return place === undefined ? undefined : Math.min(Math.max(place, 0), count - 1)
}
