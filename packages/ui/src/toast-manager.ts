import { Toast } from '@base-ui/react/toast'

export interface ToastMessage {
  title: string
  detail?: string
  /** A problem is announced at once and looks like one. */
  isProblem?: boolean
  /** What can be done about it while it stands there, such as taking it back. */
  action?: { label: string; onSelect(): void }
}

/** The one line of toasts of an app: mounted by `ToastRegion`, reachable from outside React. */
export const toastManager = Toast.createToastManager()

/** Shows a short message for some seconds. The same title twice is one toast. */
export function showToast({ title, detail, isProblem = false, action }: ToastMessage): void {
  toastManager.add({
    id: title,
    title,
    description: detail,
    type: isProblem ? 'problem' : 'note',
    priority: isProblem ? 'high' : 'low',
    timeout: action ? 12_000 : isProblem ? 8000 : 5000,
    actionProps: action && {
      children: action.label,
      onClick() {
        toastManager.close(title)
        action.onSelect()
      },
    },
  })
}
