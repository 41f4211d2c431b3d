import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from './icon-button.tsx'
import { chooseTheme, currentTheme, onThemeChange, type Theme } from './theme.ts'

const order: readonly Theme[] = ['system', 'light', 'dark']
const icons = { system: Monitor, light: Sun, dark: Moon }

export interface ThemeToggleProps {
  /** The button's name for each theme it may show. */
  labels: Record<Theme, string>
}

/** Goes round: as the machine says, light, dark. */
export function ThemeToggle({ labels }: ThemeToggleProps) {
  const theme = useSyncExternalStore(onThemeChange, currentTheme)
  const Icon = icons[theme]
  const next = order[(order.indexOf(theme) + 1) % order.length] ?? 'system'
  return (
    <IconButton label={labels[theme]} size="sm" onClick={() => chooseTheme(next)}>
      <Icon aria-hidden className="size-4" />
    </IconButton>
  )
}
