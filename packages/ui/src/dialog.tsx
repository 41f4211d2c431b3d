import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  title: string
  description?: string
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  /** The name of the button that closes it. */
  closeLabel: string
  children: ReactNode
}

/** A window over the page that keeps the keyboard's focus until it is closed. */
export function Dialog(props: DialogProps) {
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => props.onOpenChange(isOpen)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto rounded-xl border border-line bg-raised p-6 shadow-popup outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Base.Title className="text-lg font-semibold">{props.title}</Base.Title>
            <Base.Close
              render={<IconButton label={props.closeLabel} size="sm" className="-mt-1 -mr-2" />}
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          {props.description !== undefined && (
            <Base.Description className="mb-4 text-sm text-ink-soft">
              {props.description}
            </Base.Description>
          )}
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
