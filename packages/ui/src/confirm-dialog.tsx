import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { dialogLook } from './dialog-look.ts'

export interface ConfirmDialogProps {
  isOpen: boolean
  /** Escape or the cancelling button asks to close; after `onConfirm` the caller closes it. */
  onOpenChange(isOpen: boolean): void
  title: string
  /** What is about to happen, and whether it can be undone. */
  detail: string
  confirmLabel: string
  cancelLabel: string
  /** What is confirmed destroys something. */
  isDanger?: boolean
  isBusy?: boolean
  /** Why it failed. */
  error?: string
  onConfirm(): void
  /** Where the focus goes in place of the button that opened it, which may be gone with its row. */
  finalFocus?(): HTMLElement | null
  /** Fields to fill in before, such as a password. */
  children?: ReactNode
}

/** Asks before something that cannot be undone. The focus starts on the way out, or on a field. */
export function ConfirmDialog(props: ConfirmDialogProps) {
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
