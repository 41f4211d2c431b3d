const signs = ['pointermove', 'pointerdown', 'keydown'] as const

/** Does this once somebody is there: a pointer moves, a finger or a key goes down. */
export function atFirstSign(act: () => void): void {
  const listening = new AbortController()
  const { signal } = listening
  for (const sign of signs)
    document.addEventListener(
      sign,
      () => {
        listening.abort()
        act()
      },
      { passive: true, capture: true, signal },
    )
}
