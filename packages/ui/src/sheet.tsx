import { Drawer } from '@base-ui/react/drawer'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface SheetProps {
  isOpen: boolean
  /** Escape, the arrow or a swipe down asks to close; the caller decides. */
  onOpenChange(isOpen: boolean): void
  /** Names the sheet for screen readers. */
  title: string
  closeLabel: string
  /** Stands beside the arrow at the top. */
  heading?: ReactNode
  /** Stands behind everything. */
  backdrop?: ReactNode
  children: ReactNode
}

/**
 * A page over the page that rises from the foot of the window and is swiped away downwards. The keys
 * of the whole page steer from it too, unlike from a dialog.
 */
export function Sheet(props: SheetProps) {
  return (
    <Drawer.Root open={props.isOpen} onOpenChange={(isOpen) => props.onOpenChange(isOpen)}>
      <Drawer.Portal>
        <Drawer.Viewport className="fixed inset-0 z-40">
          <Drawer.Popup
            data-steers
            className="relative isolate flex size-full translate-y-(--drawer-swipe-movement-y) flex-col overflow-x-hidden overflow-y-auto overscroll-contain bg-canvas outline-none transition-transform duration-350 ease-out data-ending-style:translate-y-full data-starting-style:translate-y-full data-swiping:transition-none data-swiping:select-none"
          >
            <VisuallyHidden>
              <Drawer.Title>{props.title}</Drawer.Title>
            </VisuallyHidden>
            {props.backdrop}
            <div className="grid grid-cols-[2.5rem_minmax(0,1fr)_2.5rem] items-center gap-2 px-3 pt-[calc(env(safe-area-inset-top)+0.75rem)] md:px-6 md:pt-5">
              <Drawer.Close render={<IconButton label={props.closeLabel} />}>
                <ChevronDown aria-hidden className="size-6" />
              </Drawer.Close>
              <div className="min-w-0 text-center">{props.heading}</div>
            </div>
            <Drawer.Content className="flex min-h-0 flex-1 flex-col">
              {props.children}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
