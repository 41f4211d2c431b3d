import { useLayoutEffect, useState, type RefObject } from 'react'

/** So many rows beyond the edges of the window are in the page too, for the next scrolls. */
const overscan = 8
/** Scrolling draws anew once in so many rows. */
const step = 4

/** The first and the last row that are in the page, counted from 0. */
export interface VisibleRows {
  first: number
  last: number
}

/**
 * Which rows of one height have to be in the page while the window scrolls over their box.
 * @param rowHeight in pixels; the gap below a row belongs to it
 */
export function useVisibleRows(
  boxRef: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): VisibleRows {
  const [visible, setVisible] = useState<VisibleRows>({ first: 0, last: 2 * overscan - 1 })

  useLayoutEffect(() => {
    const look = () => {
      const top = boxRef.current?.getBoundingClientRect().top ?? 0
      const first = stepBelow(-top / rowHeight - overscan)
      const last = stepBelow((window.innerHeight - top) / rowHeight + overscan) + step - 1
      setVisible((kept) => (kept.first === first && kept.last === last ? kept : { first, last }))
    }
    look()
    // What stands above may come later or change, and moves the rows with it.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [boxRef, rowHeight])

  return {
    first: Math.min(Math.max(visible.first, 0), Math.max(count - 1, 0)),
    last: Math.min(Math.max(visible.last, 0), count - 1),
  }
}

function stepBelow(row: number): number {
  return Math.floor(row / step) * step
}
