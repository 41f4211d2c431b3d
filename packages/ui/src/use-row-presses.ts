import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import type { RowSelection } from './use-row-selection.ts'

/** A finger that rests so long on a row chooses it, in milliseconds. */
const holdMs = 450
/** It may tremble by so many pixels. */
const tremblePx = 8

const ownPress = 'a, button, input, label, [role=menu], [role=menuitem]'

type Selection = Pick<RowSelection<unknown>, 'isOn' | 'rows' | 'press' | 'selectAll' | 'clear'>

/** What chooses rows: clicks with Shift or Ctrl, a long press by touch, and keys. */
export function useRowPresses(selection: Selection | undefined) {
  const hold = useRef<{ timer?: ReturnType<typeof setTimeout>; x: number; y: number }>({
    x: 0,
    y: 0,
  })
  const byTouch = useRef(false)
  const wasHeld = useRef(false)
  useEffect(() => () => clearTimeout(hold.current.timer), [])
  if (!selection) return null
  const { press, selectAll, clear, isOn, rows } = selection

  function endHold() {
    clearTimeout(hold.current.timer)
  }

  return {
    /** @returns whether the key was one for choosing rows. */
    takeKey(event: KeyboardEvent, active: number, moved: number | undefined): boolean {
      const isCommand = event.ctrlKey || event.metaKey
      if (moved !== undefined) {
        if (event.shiftKey) press(moved, { isRange: true, isToggle: false })
        return event.shiftKey
      }
      if (isCommand && event.key.toLowerCase() === 'a') selectAll()
      else if (isCommand && event.key === ' ') press(active, { isRange: false, isToggle: true })
      else if (event.key === 'Escape' && rows.length > 0) clear()
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    onMouseDown(event: MouseEvent) {
      // Shift would mark words.
      if (event.shiftKey && rowOf(event) !== null) event.preventDefault()
    },
    onClick(event: MouseEvent) {
      const index = rowOf(event)
      if (wasHeld.current || index === null) {
        wasHeld.current = false
        return
      }
      const isToggle = event.ctrlKey || event.metaKey || (isOn && byTouch.current)
      // By touch a plain tap means nothing; the second click of a double click plays.
      if (event.detail > 1 || (byTouch.current && !isToggle)) return
      press(index, { isRange: event.shiftKey, isToggle })
    },
    onPointerDown(event: PointerEvent) {
      endHold()
      wasHeld.current = false
      byTouch.current = event.pointerType === 'touch'
      const index = rowOf(event)
      if (!byTouch.current || index === null) return
      const timer = setTimeout(() => {
        wasHeld.current = true
        press(index, { isRange: false, isToggle: true })
      }, holdMs)
      hold.current = { timer, x: event.clientX, y: event.clientY }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x, y } = hold.current
      if (Math.hypot(clientX - x, clientY - y) > tremblePx) endHold()
    },
    onPointerUp: endHold,
    onPointerCancel: endHold,
    onContextMenuCapture(event: MouseEvent) {
      // The same long press, as some browsers tell of it: it has chosen the row.
      if (byTouch.current && rowOf(event) !== null) event.preventDefault()
    },
  }
}

/** The row under the pointer, where it has no press of its own to take; null for none. */
function rowOf({ target }: { target: EventTarget }): number | null {
  if (!(target instanceof Element) || target.closest(ownPress)) return null
  const row = target.closest('[role=row]')?.getAttribute('data-index')
  return row ? Number(row) : null
}
