import { Toast } from '@base-ui/react/toast'
import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect } from 'react'
import { IconButton } from './icon-button.tsx'
import { onToasts, takeToasts, type ToastMessage } from './toast-manager.ts'
import type { ToastRegionProps } from './toast-region.tsx'

/** The one line of toasts of an app. */
const manager = Toast.createToastManager()

/** The toasts themselves, the newest at the foot. */
export function ToastStack({ closeLabel, className }: ToastRegionProps) {
  useEffect(() => {
    const showAll = () => takeToasts().forEach(add)
    showAll()
    return onToasts(showAll)
  }, [])
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          className={`fixed z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 ${className ?? 'right-4 bottom-4'}`}
        >
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function add({ title, detail, isProblem = false, action, onClose }: ToastMessage): void {
  manager.add({
    id: title,
    title,
    description: detail,
    type: isProblem ? 'problem' : 'note',
    priority: isProblem ? 'high' : 'low',
    onClose,
    timeout: action ? 12_000 : isProblem ? 8000 : 5000,
    actionProps: action && {
      children: action.label,
      onClick() {
        manager.close(title)
        action.onSelect()
      },
    },
  })
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-lg border border-line bg-raised shadow-popup transition duration-200 ease-out data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-3 p-3.5">
        {toast.type === 'problem' ? (
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        ) : (
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        )}
        <div className="min-w-0 flex-1">
          <Toast.Title render={<p />} className="line-clamp-3 text-sm font-medium wrap-anywhere" />
          <Toast.Description className="text-sm wrap-anywhere text-ink-soft" />
        </div>
        <Toast.Action className="-my-1.5 h-8 shrink-0 rounded-md px-2.5 text-sm font-semibold text-accent hover:bg-sunken" />
        <Toast.Close
          render={<IconButton label={closeLabel} size="sm" className="-my-1.5 -mr-1.5" />}
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
