export type Theme = 'system' | 'light' | 'dark'

const key = 'segue.theme'
let chosen: Theme | undefined
const listeners = new Set<() => void>()

/** The theme that was chosen on this device; 'system' follows the machine's setting. */
export function currentTheme(): Theme {
  return (chosen ??= storedTheme())
}

/** Puts the chosen theme on the page. Call it before the first thing is drawn. */
export function applyTheme(theme: Theme = currentTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Chooses a theme and keeps it on this device. */
export function chooseTheme(theme: Theme): void {
  chosen = theme
  storeTheme(theme)
  applyTheme(theme)
  for (const listener of listeners) listener()
}

/** Calls back after every change of theme; answers how to stop that. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key)
    if (stored === 'light' || stored === 'dark') return stored
  } catch {
    // The browser blocks storage: the page does without.
  }
  return 'system'
}

function storeTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // The browser blocks storage, or it is full: the choice lasts as long as the page.
  }
}
