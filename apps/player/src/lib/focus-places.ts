import type { AnyRouter } from '@tanstack/react-router'

/** Where on a page the focus was: a row of a list, by its number, and a link, by its address. */
interface FocusPlace {
  row: string | null
  href: string | null
}

/** So long after a way back the focus is still led to its place, once that is drawn; milliseconds. */
const patienceMs = 4000

const places = new Map<string, FocusPlace>()
let here: FocusPlace | null = null
let isOnWayBack = false

/**
 * Leads the focus to where it was when one goes back to a page, or forward again: to the row one
 * came from, also in the middle of a long list. The scroll place is the router's to keep.
 */
export function keepFocusPlaces(router: AnyRouter): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.closest('main')) here = placeOf(target)
  })
  router.history.subscribe(({ action }: { action: { type: string } }) => {
    isOnWayBack = action.type === 'BACK' || action.type === 'FORWARD' || action.type === 'GO'
  })
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    const key = keyOf(fromLocation)
    if (pathChanged && key !== undefined && here) places.set(key, here)
  })
  router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
    if (!pathChanged) return
    here = null
    const place = isOnWayBack ? places.get(keyOf(toLocation) ?? '') : undefined
    if (place) leadTo(place)
  })
}

function keyOf(location: { state: { __TSR_key?: string } } | undefined): string | undefined {
  // oxlint-disable-next-line no-underscore-dangle -- the router's name for it
  return location?.state.__TSR_key
}

function placeOf(element: Element): FocusPlace | null {
  const row = element.closest('[role=row]')?.getAttribute('aria-rowindex') ?? null
  const href = element.closest('a')?.getAttribute('href') ?? null
  return row === null && href === null ? null : { row, href }
}

/** Looks for the place until it is drawn, or the listener does something else. */
function leadTo(place: FocusPlace): void {
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    for (const name of ['keydown', 'pointerdown']) document.removeEventListener(name, stop)
  }
  const look = () => {
    const element = find(place)
    if (!element) return
    stop()
    element.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(stop, patienceMs)
  for (const name of ['keydown', 'pointerdown']) document.addEventListener(name, stop)
  look()
}

function find({ row, href }: FocusPlace): HTMLElement | null {
  const within = row === null ? 'main' : `main [role=row][aria-rowindex="${CSS.escape(row)}"]`
  const box = document.querySelector<HTMLElement>(within)
  // A row that is still on its way has no links.
  if (!box || box.ariaBusy === 'true') return null
  const link =
    href === null ? null : box.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)
  return link ?? (row === null ? null : box)
}
