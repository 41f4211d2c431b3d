import { useRef, useSyncExternalStore } from 'react'
import { DetailsForm } from '../features/upload/details-form.tsx'
import { DropZone } from '../features/upload/drop-zone.tsx'
import type { UploadDetails } from '../features/upload/upload-file.ts'
import { UploadList } from '../features/upload/upload-list.tsx'
import {
  chooseFiles,
  currentUploads,
  onUploadsChange,
  startUploads,
} from '../features/upload/upload-queue.ts'
import { messages } from '../lib/messages.ts'
import { PageHeader } from './page-header.tsx'

export function Upload() {
  const uploads = useSyncExternalStore(onUploadsChange, currentUploads)
  const headingRef = useRef<HTMLHeadingElement>(null)
  const focusHeading = () => headingRef.current?.focus()
  const ready = uploads.filter(({ state }) => state.step === 'ready').length

  function send(details: UploadDetails) {
    focusHeading()
    startUploads(details)
  }

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={messages.nav.upload} headingRef={headingRef} />
      <DropZone onFiles={chooseFiles} isSmall={uploads.length > 0} />
      {ready > 0 && (
        <div className="mt-6">
          <DetailsForm hasTitle={ready === 1} onSubmit={send} />
        </div>
      )}
      {uploads.length > 0 && <UploadList uploads={uploads} focusHeading={focusHeading} />}
    </div>
  )
}
