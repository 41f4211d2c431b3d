import { Toast } from '@base-ui/react/toast'

export interface ToastMessage {
  title: string
  detail?: string
  /** A problem is announced at once and looks like one. */
  isProblem?: boolean
}

/** The one line of toasts of an app: mounted by `ToastRegion`, reachable from outside React. */
export const toastManager = Toast.createToastManager()

/** Shows a short message for some seconds. The same title twice is one toast. */
export function showToast({ title, detail, isProblem = false }: ToastMessage): void {
  toastManager.add({
    id: title,
    title,
    description: detail,
    type: isProblem ? 'problem' : 'note',
    priority: isProblem ? 'high' : 'low',
    timeout: isProblem ? 8000 : 5000,
  })
}
