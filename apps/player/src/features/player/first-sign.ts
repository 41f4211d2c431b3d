const signs = ['pointermove', 'pointerdown', 'keydown'] as const

/**
 * Does this once somebody is there: a pointer moves, a finger or a key goes down. Where a page comes
 * up under a pointer that rests, browsers tell of a move too, by nothing.
 */
export function atFirstSign(act: () => void): void {
  const listening = new AbortController()
  const { signal } = listening
  const look = (event: Event) => {
    if (event instanceof PointerEvent && isResting(event)) return
    listening.abort()
    act()
  }
  for (const sign of signs)
    document.addEventListener(sign, look, { passive: true, capture: true, signal })
}

function isResting({ type, movementX, movementY }: PointerEvent): boolean {
  return type === 'pointermove' && movementX === 0 && movementY === 0
}
