import type { MouseEvent } from 'react'

/**
 * The secondary button on a row, the menu key, or a long press: opens the row's own `Menu` there. Links
 * and fields keep the browser's, which opens them in another tab, or pastes.
 */
export function openMenuOfRow(event: MouseEvent<HTMLElement>): void {
  const { target, currentTarget: row, clientX, clientY } = event
  if (event.defaultPrevented || !(target instanceof Element) || !row.contains(target)) return
  if (target.closest('a, input, textarea')) return
  const trigger = row.querySelector('button[aria-haspopup=menu]:enabled')
  // The trigger itself knows what to do.
  if (!trigger || trigger.contains(target)) return
  event.preventDefault()
  trigger.dispatchEvent(
    new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }),
  )
}
