import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { useRef } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import type { ConfirmDialogProps } from './confirm-dialog.tsx'
import { dialogLook } from './dialog-look.ts'

/** What a `ConfirmDialog` draws. */
export function ConfirmWindow(props: ConfirmDialogProps) {
  const { isDanger = false, isBusy = false, children } = props
  const cancelRef = useRef<HTMLButtonElement>(null)
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => props.onOpenChange(isOpen)}>
      <Base.Portal>
        <Base.Backdrop className={dialogLook.backdrop} />
        <Base.Viewport className={dialogLook.viewport}>
          <Base.Popup
            initialFocus={children === undefined ? cancelRef : undefined}
            finalFocus={() => props.finalFocus?.() ?? true}
            className={classNames(dialogLook.popup, 'max-w-md')}
          >
            <Base.Title className={dialogLook.title}>{props.title}</Base.Title>
            <Base.Description className={dialogLook.detail}>{props.detail}</Base.Description>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                // Not also to a form that this stands in, through React's tree.
                event.stopPropagation()
                props.onConfirm()
              }}
            >
              {children !== undefined && <div className="mt-5">{children}</div>}
              {props.error !== undefined && (
                <p role="alert" className="mt-4 rounded-md bg-danger-wash p-3 text-sm text-danger">
                  {props.error}
                </p>
              )}
              <div className="mt-6 flex flex-wrap justify-end gap-3">
                <Base.Close ref={cancelRef} render={<Button />}>
                  {props.cancelLabel}
                </Base.Close>
                <Button type="submit" look={isDanger ? 'danger' : 'primary'} isBusy={isBusy}>
                  {props.confirmLabel}
                </Button>
              </div>
            </form>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
