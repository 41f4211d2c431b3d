import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'
import { ToastRegion } from './toast-region.tsx'

export interface AppFrameProps {
  closeLabel: string
  toastClassName?: string
  children: ReactNode
}

/** What every app stands in: toasts, and no `<style>` element that a strict policy would refuse. */
export function AppFrame({ closeLabel, toastClassName, children }: AppFrameProps) {
  return (
    <CSPProvider disableStyleElements>
      {children}
      <ToastRegion closeLabel={closeLabel} className={toastClassName} />
    </CSPProvider>
  )
}
