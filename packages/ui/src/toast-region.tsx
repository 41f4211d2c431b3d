import { createElement, useSyncExternalStore } from 'react'
import { loadedStack, onLoadedStack } from './toast-loader.ts'

export interface ToastRegionProps {
  closeLabel: string
  /** Where the toasts stand, such as above a bar. */
  className?: string
}

/** Shows what `showToast` is given; what draws it comes with the first message, or with `loadToasts`. */
export function ToastRegion(props: ToastRegionProps) {
  const Stack = useSyncExternalStore(onLoadedStack, loadedStack)
  return Stack && createElement(Stack, props)
}
