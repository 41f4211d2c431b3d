import { create } from 'zustand'

interface ShortcutSheet {
  isOpen: boolean
  /** It was open before: what it is made of is loaded at the first wish. */
  wasOpened: boolean
}

/** The list of shortcuts: asked for from anywhere, shown in the shell's dialog. */
export const useShortcutSheet = create<ShortcutSheet>(() => ({ isOpen: false, wasOpened: false }))

/** Opens the list of shortcuts, or closes it. */
export function showShortcuts(isOpen: boolean): void {
  useShortcutSheet.setState({ isOpen, wasOpened: true })
}
