import { Button } from '@segue/ui'
import { useSyncExternalStore } from 'react'
import { DetailsForm } from '../features/upload/details-form.tsx'
import { DropZone } from '../features/upload/drop-zone.tsx'
import {
  chooseFiles,
  clearFinished,
  currentUploads,
  onUploadsChange,
  startUploads,
} from '../features/upload/upload-queue.ts'
import { UploadRow } from '../features/upload/upload-row.tsx'
import { messages } from '../lib/messages.ts'
import { PageHeader } from './page-header.tsx'

export function Upload() {
  const uploads = useSyncExternalStore(onUploadsChange, currentUploads)
  const ready = uploads.filter(({ state }) => state.step === 'ready').length
  const done = uploads.filter(({ state }) => state.step === 'done').length
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={messages.nav.upload} />
      <DropZone onFiles={chooseFiles} isSmall={uploads.length > 0} />
      {ready > 0 && (
        <div className="mt-6">
          <DetailsForm hasTitle={ready === 1} onSubmit={startUploads} />
        </div>
      )}
      {uploads.length > 0 && (
        <section aria-label={messages.upload.list} className="mt-6">
          <div className="mb-2 flex min-h-10 items-center justify-between px-1">
            <p aria-live="polite" className="text-sm text-ink-soft">
              {messages.upload.finished(done, uploads.length)}
            </p>
            {done > 0 && (
              <Button look="quiet" onClick={clearFinished}>
                {messages.upload.clearDone}
              </Button>
            )}
          </div>
          <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
