import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { rowsPerFrame, tellDrawn } from './drawing-pace.ts'
import { drawMore, isMissingAny, within, type Drawn } from './drawn-rows.ts'

export interface Reach {
  /** So many rows beyond the edges of the window are in the page too, for the next scrolls. */
  overscan: number
  /** The page changes once in so many rows. */
  step: number
  /** So many things stand beside each other in one row. */
  across?: number
}

const usualReach: Reach = { overscan: 6, step: 4 }
/** A list of no more rows is drawn at once. */
const shortList = 40

/**
 * What of a list is in the page while the window scrolls over its box: what is in sight and some
 * around it, a few rows more with each frame, so that no frame has much to draw.
 * @param count of the rows, or of the things that stand in them
 * @param rowHeight in pixels; the gap below a row belongs to it
 * @param isHere tells what has come from what is on its way, which is not drawn
 */
export function useDrawnRows(
  boxRef: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  isHere: (index: number) => boolean,
  { overscan, step, across = 1 }: Reach = usualReach,
): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ first: 0, last: -1, rows: new Set() })
  const kept = useRef(drawn)
  const frame = useRef<number>(undefined)
  const draw = useRef((_now: number) => {})

  const look = useCallback(() => {
    frame.current ??= requestAnimationFrame((now) => {
      frame.current = undefined
      draw.current(now)
    })
  }, [])

  useLayoutEffect(() => {
    draw.current = (now) => {
      const box = boxRef.current
      if (!box) return
      const stepBelow = (row: number) => Math.floor(row / step) * step
      const top = -box.getBoundingClientRect().top / rowHeight
      const bottom = top + window.innerHeight / rowHeight
      const linesFrom = (first: number, last: number) =>
        within({ first: first * across, last: (last + 1) * across - 1 }, count)
      const wanted = linesFrom(stepBelow(top - overscan), stepBelow(bottom + overscan) + step - 1)
      const seen = linesFrom(Math.floor(top), Math.floor(bottom))
      const most = count > shortList ? rowsPerFrame() : count
      const next = drawMore(kept.current, wanted, seen, isHere, most)
      if (next === kept.current) return
      tellDrawn(now, addedTo(kept.current, next))
      kept.current = next
      setDrawn(next)
    }
  })

  useLayoutEffect(() => {
    if (isMissingAny(drawn, isHere)) look()
  })

  useLayoutEffect(() => {
    draw.current(performance.now())
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `draw` reads them
  }, [count, rowHeight, across])

  useLayoutEffect(() => {
    // What stands above may come later or change, and moves the rows with it.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      if (frame.current !== undefined) cancelAnimationFrame(frame.current)
      frame.current = undefined
    }
  }, [look])

  return { ...drawn, ...within(drawn, count) }
}

function addedTo({ rows }: Drawn, next: Drawn): number {
  return [...next.rows].filter((row) => !rows.has(row)).length
}
