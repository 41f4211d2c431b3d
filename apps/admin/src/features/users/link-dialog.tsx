import { Button, CopyField, Dialog } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { words } from './words.ts'

export interface LinkDialogProps {
  title: string
  url: string | undefined
  onClose(): void
}

/** Shows a link for a new password, once: nobody can read it again later. */
export function LinkDialog({ title, url, onClose }: LinkDialogProps) {
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      detail={words.linkDetail}
      closeLabel={messages.close}
      className="max-w-lg"
    >
      {url !== undefined && (
        <CopyField
          label={words.linkLabel}
          value={url}
          copyLabel={words.copy}
          copiedLabel={words.copied}
        />
      )}
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </Dialog>
  )
}
