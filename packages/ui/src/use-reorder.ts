import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import { placeOf, type Lift } from './reorder.ts'

/** What a screen reader says while a row is moved by keyboard; places count from 1. */
export interface ReorderWords {
  lifted(place: number, count: number): string
  moved(place: number, count: number): string
  dropped(place: number, count: number): string
  cancelled: string
}

export interface ReorderOptions {
  count: number
  rowHeight: number
  words: ReorderWords
  /** Has to show the rows in their new order at once. */
  onMove(from: number, to: number): void
}

/** So near to an edge of the window a carried row scrolls it, in pixels: a bar may cover the foot. */
const edges = { top: 90, bottom: 190 }
const scrollStep = 9

/**
 * Moving rows by a handle: carried by pointer, or lifted, moved and put down by keyboard.
 * @returns what is on its way, what to say about it, and what each row's handle listens to
 */
export function useReorder({ count, rowHeight, words, onMove }: ReorderOptions) {
  const [lift, setLift] = useState<Lift | null>(null)
  const [said, setSaid] = useState('')
  const pointer = useRef({ startY: 0, clientY: 0 })
  const isCarried = lift !== null && lift.carriedBy !== null

  /** Where the pointer has carried a row to by now. */
  function carried(lift: Lift): Lift {
    const carriedBy = pointer.current.clientY + window.scrollY - pointer.current.startY
    return { ...lift, carriedBy, to: placeOf(lift.from, carriedBy, rowHeight, count - 1) }
  }

  function carry() {
    setLift((lift) => lift && carried(lift))
  }

  useEffect(() => {
    if (!isCarried) return
    let frame = requestAnimationFrame(function step() {
      const { clientY } = pointer.current
      const isNearFoot = clientY > window.innerHeight - edges.bottom
      if (isNearFoot || clientY < edges.top) {
        window.scrollBy(0, isNearFoot ? scrollStep : -scrollStep)
        carry()
      }
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  })

  function drop({ from, to }: Lift) {
    setLift(null)
    setSaid(words.dropped(to + 1, count))
    if (to !== from) onMove(from, to)
  }

  function cancel() {
    if (!lift) return
    setLift(null)
    setSaid(words.cancelled)
  }

  function moveTo(place: number) {
    if (!lift) return
    const to = Math.min(Math.max(place, 0), count - 1)
    setLift({ ...lift, to })
    setSaid(words.moved(to + 1, count))
  }

  function press(event: KeyboardEvent) {
    if (!lift) return
    if (event.key === 'Escape') cancel()
    else if (isCarried) return
    else if (event.key === 'ArrowUp') moveTo(lift.to - 1)
    else if (event.key === 'ArrowDown') moveTo(lift.to + 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(count - 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const hands = {
    onPointerDown(index: number, event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      pointer.current = { startY: event.clientY + window.scrollY, clientY: event.clientY }
      setLift({ from: index, to: index, carriedBy: 0 })
    },
    onPointerMove(_: number, event: PointerEvent) {
      if (!isCarried) return
      pointer.current.clientY = event.clientY
      carry()
    },
    onPointerUp(_: number, event: PointerEvent) {
      if (!lift || !isCarried) return
      // The last moves may not have been drawn yet.
      pointer.current.clientY = event.clientY
      drop(carried(lift))
    },
    onPointerCancel: cancel,
    // A key, or a screen reader, presses without a pointer.
    onClick(index: number, event: { detail: number }) {
      if (event.detail > 0) return
      if (lift) return drop(lift)
      setLift({ from: index, to: index, carriedBy: null })
      setSaid(words.lifted(index + 1, count))
    },
    onKeyDown: (_: number, event: KeyboardEvent) => press(event),
    onBlur(index: number) {
      // A handle that loses the focus to another one lets go of its own row alone.
      if (lift?.from === index) cancel()
    },
  }
  const latest = useRef(hands)
  useLayoutEffect(() => {
    latest.current = hands
  })

  // The same for a row as long as it is drawn: rows are not drawn anew because others are moved.
  const handleOf = useCallback(
    (index: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) =>
        latest.current.onPointerDown(index, event),
      onPointerMove: (event: PointerEvent) => latest.current.onPointerMove(index, event),
      onPointerUp: (event: PointerEvent) => latest.current.onPointerUp(index, event),
      onPointerCancel: () => latest.current.onPointerCancel(),
      onClick: (event: { detail: number }) => latest.current.onClick(index, event),
      onKeyDown: (event: KeyboardEvent) => latest.current.onKeyDown(index, event),
      onBlur: () => latest.current.onBlur(index),
    }),
    [],
  )

  return { lift, said, handleOf }
}
