import { latePart } from './late-part.tsx'

export const DialogWindow = latePart(() => import('./dialog-window.tsx'), 'DialogWindow')
export const ConfirmWindow = latePart(() => import('./confirm-window.tsx'), 'ConfirmWindow')

/** Fetches what windows are made of, where one is likely to be opened next. */
export function loadWindows(): void {
  DialogWindow.load()
  ConfirmWindow.load()
}
