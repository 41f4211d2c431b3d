import { Button } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { clearFinished, isFinished, removeUpload, type Upload } from './upload-queue.ts'
import { UploadRow } from './upload-row.tsx'

export interface UploadListProps {
  uploads: readonly Upload[]
  /** Gives the keyboard's focus a place when what had it goes away. */
  focusHeading(): void
}

/** The chosen files and what became of them. */
export function UploadList({ uploads, focusHeading }: UploadListProps) {
  const done = uploads.filter(({ state }) => state.step === 'done').length

  function clear() {
    focusHeading()
    clearFinished()
  }

  function remove({ id }: Upload, button: HTMLButtonElement) {
    const row = button.closest('li')
    const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
    const next = neighbour?.querySelector<HTMLElement>('button:last-of-type')
    if (next) next.focus()
    else focusHeading()
    removeUpload(id)
  }

  return (
    <section aria-label={messages.upload.list} className="mt-6">
      <div className="mb-2 flex min-h-10 items-center justify-between px-1">
        <p aria-live="polite" className="text-sm text-ink-soft">
          {messages.upload.finished(done, uploads.length)}
        </p>
        {uploads.some(isFinished) && (
          <Button look="quiet" onClick={clear}>
            {messages.upload.clearDone}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
        {uploads.map((upload) => (
          <UploadRow
            key={upload.id}
            upload={upload}
            onRemove={(button) => remove(upload, button)}
          />
        ))}
      </ul>
    </section>
  )
}
