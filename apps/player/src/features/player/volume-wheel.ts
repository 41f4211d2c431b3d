import { turnVolume } from './volume.ts'

/** A notch of a mouse wheel, in pixels or lines, and how much louder it makes. */
const notchPixels = 100
const notchLines = 3
const notchVolume = 0.05

/**
 * Lets a wheel over this element turn the volume, up for louder. A `ref`.
 * @returns ends it
 */
export function turnByWheel(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined
  let rest = 0
  const turn = (event: WheelEvent) => {
    // With Ctrl it is the size of the page that is turned.
    if (event.ctrlKey) return
    // The page below stays where it is; that is why the browser has to wait for this listener.
    event.preventDefault()
    const notch = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? notchLines : notchPixels
    rest += ((event.deltaX - event.deltaY) / notch) * notchVolume
    // What is less than the least step of the slider waits for more: touchpads send it in crumbs.
    const percents = Math.trunc(Math.round(rest * 10_000) / 100)
    if (percents === 0) return
    rest -= percents / 100
    turnVolume(percents / 100)
  }
  element.addEventListener('wheel', turn, { passive: false })
  return () => element.removeEventListener('wheel', turn)
}
