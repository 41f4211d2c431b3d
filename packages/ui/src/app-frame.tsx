import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect, type ReactNode } from 'react'
import { onMissedPart } from './late-part.tsx'
import { showToast } from './toast-manager.ts'
import { ToastRegion } from './toast-region.tsx'

export interface AppFrameProps {
  closeLabel: string
  /** What is said where a part of the app could not be fetched. */
  missedLabel: string
  toastClassName?: string
  children: ReactNode
}

/** What every app stands in: toasts, and no `<style>` element that a strict policy would refuse. */
export function AppFrame({ closeLabel, missedLabel, toastClassName, children }: AppFrameProps) {
  useEffect(
    () => onMissedPart(() => showToast({ title: missedLabel, isProblem: true })),
    [missedLabel],
  )
  return (
    <CSPProvider disableStyleElements>
      {children}
      <ToastRegion closeLabel={closeLabel} className={toastClassName} />
    </CSPProvider>
  )
}
