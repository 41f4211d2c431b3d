import { loadToasts } from './toast-loader.ts'

export interface ToastMessage {
  title: string
  detail?: string
  /** A problem is announced at once and looks like one. */
  isProblem?: boolean
  /** What can be done about it while it stands there, such as taking it back. */
  action?: { label: string; onSelect(): void }
  /** It goes, by itself or by hand, before what it offers is done. */
  onClose?(): void
}

let waiting: readonly ToastMessage[] = []
const listeners = new Set<() => void>()

/** Shows a short message for some seconds. The same title twice is one toast. */
export function showToast(message: ToastMessage): void {
  loadToasts()
  changeWaiting([...waiting, message])
}

/** Hands over all that waits. */
export function takeToasts(): readonly ToastMessage[] {
  const taken = waiting
  if (taken.length > 0) changeWaiting([])
  return taken
}

/** Calls back when there is more or less to show; answers how to stop that. */
export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function changeWaiting(messages: readonly ToastMessage[]): void {
  waiting = messages
  for (const listener of listeners) listener()
}
