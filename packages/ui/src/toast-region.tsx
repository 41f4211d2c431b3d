import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { onToasts, waitingToasts } from './toast-manager.ts'

export interface ToastRegionProps {
  closeLabel: string
  /** Where the toasts stand, such as above a bar. */
  className?: string
}

const ToastStack = lazy(async () => {
  const { ToastStack } = await import('./toast-stack.tsx')
  return { default: ToastStack }
})

/** Shows what `showToast` is given; what draws it comes with the first message. */
export function ToastRegion(props: ToastRegionProps) {
  const hasMessages = useSyncExternalStore(onToasts, waitingToasts).length > 0
  const [isWanted, setIsWanted] = useState(false)
  if (hasMessages && !isWanted) setIsWanted(true)
  return (
    isWanted && (
      <Suspense>
        <ToastStack {...props} />
      </Suspense>
    )
  )
}
