import { Button, ConfirmDialog, showToast } from '@segue/ui'
import { useState } from 'react'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { queries, trpc } from '../lib/trpc.ts'
import { focusHeading } from './page-header.tsx'

/** Empties the history, once that is confirmed. */
export function ClearHistory() {
  const [isOpen, setIsOpen] = useState(false)
  const clear = trpc.history.clear.useMutation({
    async onSuccess() {
      setIsOpen(false)
      await queries.history.invalidate()
      showToast({ title: messages.history.cleared })
      focusHeading()
    },
  })
  return (
    <>
      <Button
        onClick={() => {
          clear.reset()
          setIsOpen(true)
        }}
      >
        {messages.history.clear}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={messages.history.clearTitle}
        detail={messages.history.clearDetail}
        confirmLabel={messages.history.clear}
        cancelLabel={messages.cancel}
        isDanger
        isBusy={clear.isPending}
        error={clear.error ? errorSentence(clear.error) : undefined}
        onConfirm={() => clear.mutate()}
      />
    </>
  )
}
