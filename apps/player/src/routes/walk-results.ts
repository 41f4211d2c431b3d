import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Leads the focus by the arrow keys from the search field through the results and back. A result is
 * an element with `data-result`; what can be focused in it first stands for it.
 */
export function walkResults(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: page, target, nativeEvent } = event
  const step = steps[event.key]
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (step === undefined || !isPlain || nativeEvent.isComposing) return
  if (!(target instanceof Element) || !page.contains(target)) return
  const stops = [...page.querySelectorAll('#search, [data-result]')]
  const place = stops.findIndex((stop) => stop.contains(target))
  const next = stops[place + step]
  event.preventDefault()
  if (next === undefined || place < 0) return
  const control = next.matches('input') ? next : next.querySelector('a[href], button:enabled')
  if (control instanceof HTMLElement) control.focus()
}
