import { chooseTheme, currentTheme, onThemeChange, Select, type Theme } from '@segue/ui'
import { useSyncExternalStore } from 'react'
import { messages } from '../../lib/me-messages.ts'

const { me } = messages

/** Light, dark, or as the device has it; kept on this device. */
export function ThemeSelect() {
  const theme = useSyncExternalStore(onThemeChange, currentTheme)
  const options = (['system', 'light', 'dark'] as const).map((value) => ({
    value,
    label: me.themes[value],
  }))
  return (
    <Select
      label={me.theme}
      isField
      value={theme}
      options={options}
      onValueChange={(next) => chooseTheme(next as Theme)}
      className="w-full"
    />
  )
}
