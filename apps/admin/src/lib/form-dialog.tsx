import { Button, Dialog } from '@segue/ui'
import type { ReactNode } from 'react'
import { messages } from './messages.ts'

export interface FormDialogProps {
  title: string
  detail?: string
  submitLabel?: string
  isBusy: boolean
  /** Why what was sent was refused. */
  sentence?: string
  onSubmit(form: FormData): void
  /** Called when it has closed. */
  onClose(): void
  className?: string
  children: ReactNode
}

/** A form in a window of its own, which stays open until what it sent was taken. */
export function FormDialog(props: FormDialogProps) {
  const { submitLabel = messages.list.save, isBusy, sentence, onSubmit, onClose } = props
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={props.title}
      detail={props.detail}
      closeLabel={messages.close}
      className={props.className}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(new FormData(event.currentTarget))
        }}
      >
        {props.children}
        {sentence !== undefined && (
          <p role="alert" className="mt-4 rounded-md bg-danger-wash p-3 text-sm text-danger">
            {sentence}
          </p>
        )}
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{messages.list.cancel}</Button>
          <Button type="submit" look="primary" isBusy={isBusy}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
