import { useLayoutEffect, useState, type RefObject } from 'react'

export interface Reach {
  /** So many rows beyond the edges of the window are in the page too, for the next scrolls. */
  overscan: number
  /** Scrolling draws anew once in so many rows. */
  step: number
}

const usualReach: Reach = { overscan: 8, step: 4 }

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
  { overscan, step }: Reach = usualReach,
): VisibleRows {
  const [visible, setVisible] = useState<VisibleRows>({ first: 0, last: 2 * overscan - 1 })

  useLayoutEffect(() => {
    const look = () => {
      const top = boxRef.current?.getBoundingClientRect().top ?? 0
      const stepBelow = (row: number) => Math.floor(row / step) * step
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
  }, [boxRef, rowHeight, overscan, step])

  return {
    first: Math.min(Math.max(visible.first, 0), Math.max(count - 1, 0)),
    last: Math.min(Math.max(visible.last, 0), count - 1),
  }
}
