import { useState, type PointerEvent, type PointerEventHandler } from 'react'

export interface SwipeOptions {
  onSwipeLeft(): void
  onSwipeRight(): void
}

export interface Swipe {
  /** How far the finger has moved, in pixels to the right; 0 while there is none. */
  offset: number
  handlers: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    PointerEventHandler
  >
}

/** So many pixels to the side are meant; fewer go back. */
const meantPixels = 64

/**
 * Tells when a finger or a pen moves something to the left or to the right. A mouse does nothing,
 * and what it is put on needs `touch-action: pan-y`.
 */
export function useSwipe({ onSwipeLeft, onSwipeRight }: SwipeOptions): Swipe {
  const [start, setStart] = useState<number | null>(null)
  const [offset, setOffset] = useState(0)

  function end() {
    setStart(null)
    setOffset(0)
  }

  return {
    offset,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (event.pointerType === 'mouse' || !event.isPrimary) return
        setStart(event.clientX)
      },
      onPointerMove(event: PointerEvent) {
        if (start !== null && event.isPrimary) setOffset(event.clientX - start)
      },
      onPointerUp() {
        if (offset <= -meantPixels) onSwipeLeft()
        else if (offset >= meantPixels) onSwipeRight()
        end()
      },
      onPointerCancel: end,
    },
  }
}
