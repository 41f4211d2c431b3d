import type { ReactNode } from 'react'
import { DialogWindow } from './late-windows.ts'
import { useFirstOpening } from './use-first-opening.ts'

export interface DialogProps {
  isOpen: boolean
  /** Escape, the cross or a press beside it asks to close; the caller decides. */
  onOpenChange(isOpen: boolean): void
  title: string
  /** What it is about, read aloud with the title. */
  detail?: string
  closeLabel: string
  /** For something to be read: the focus starts at the title, not at the first control. */
  startsAtTitle?: boolean
  /** How wide it gets, such as `max-w-lg`. */
  className?: string
  children: ReactNode
}

/**
 * A window over the page that keeps the focus until it is closed, and then gives it back. It comes
 * when it is first opened.
 */
export function Dialog(props: DialogProps) {
  const onMissed = useFirstOpening(props)
  return onMissed && <DialogWindow {...props} onMissed={onMissed} />
}
