import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { classNames } from './class-names.ts'
import { dialogLook } from './dialog-look.ts'
import type { DialogProps } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'

/** What a `Dialog` draws. */
export function DialogWindow(props: DialogProps) {
  const titleRef = useRef<HTMLHeadingElement>(null)
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => props.onOpenChange(isOpen)}>
      <Base.Portal>
        <Base.Backdrop className={dialogLook.backdrop} />
        <Base.Viewport className={dialogLook.viewport}>
          <Base.Popup
            initialFocus={props.startsAtTitle ? titleRef : undefined}
            className={classNames(dialogLook.popup, props.className ?? 'max-w-md')}
          >
            <Base.Title
              ref={titleRef}
              tabIndex={-1}
              className={classNames(dialogLook.title, 'pr-8 outline-none')}
            >
              {props.title}
            </Base.Title>
            {props.detail !== undefined && (
              <Base.Description className={dialogLook.detail}>{props.detail}</Base.Description>
            )}
            <div className="mt-5">{props.children}</div>
            <Base.Close
              render={<IconButton label={props.closeLabel} size="sm" />}
              className="absolute top-4 right-4"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
