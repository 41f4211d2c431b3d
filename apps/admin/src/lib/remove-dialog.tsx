import { ConfirmDialog } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { errorSentence } from './error-sentence.ts'
import { messages } from './messages.ts'
import { pageHeading } from './page-heading.ts'

export interface RemoveDialogProps<Row> {
  isOpen: boolean
  onClose(): void
  rows: readonly Row[]
  title(count: number): string
  detail: string
  /** Removes them all and has the lists read again; tells how many went. */
  remove(rows: readonly Row[]): Promise<number>
  /** Says so. */
  onRemoved(count: number): void
}

/** Asks before rows of a list are removed for good. */
export function RemoveDialog<Row>(props: RemoveDialogProps<Row>) {
  const isDoneRef = useRef(false)
  const removal = useMutation({
    mutationFn: props.remove,
    onSuccess(count) {
      props.onRemoved(count)
      isDoneRef.current = true
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onOpenChange={() => {
        removal.reset()
        props.onClose()
      }}
      title={props.title(props.rows.length)}
      detail={props.detail}
      confirmLabel={messages.list.remove}
      cancelLabel={messages.list.cancel}
      isDanger
      isBusy={removal.isPending}
      error={removal.error ? errorSentence(removal.error) : undefined}
      onConfirm={() => {
        isDoneRef.current = false
        removal.mutate(props.rows)
      }}
      finalFocus={() => (isDoneRef.current ? pageHeading() : null)}
    />
  )
}
