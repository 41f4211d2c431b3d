import type { ReactNode } from 'react'
import { ConfirmWindow } from './late-windows.ts'
import { useFirstOpening } from './use-first-opening.ts'

export interface ConfirmDialogProps {
  isOpen: boolean
  /** Escape or the cancelling button asks to close; after `onConfirm` the caller closes it. */
  onOpenChange(isOpen: boolean): void
  title: string
  /** What is about to happen, and whether it can be undone. */
  detail: string
  confirmLabel: string
  cancelLabel: string
  /** What is confirmed destroys something. */
  isDanger?: boolean
  isBusy?: boolean
  /** Why it failed. */
  error?: string
  onConfirm(): void
  /** Where the focus goes in place of the button that opened it, which may be gone with its row. */
  finalFocus?(): HTMLElement | null
  /** Fields to fill in before, such as a password. */
  children?: ReactNode
}

/**
 * Asks before something that cannot be undone. The focus starts on the way out, or on a field. It
 * comes when it is first opened.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const onMissed = useFirstOpening(props)
  return onMissed && <ConfirmWindow {...props} onMissed={onMissed} />
}
