import { Button } from '@segue/ui'
import { FileInput } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { messages } from '../../lib/transfer-messages.ts'
import { useImportJobs } from './import-jobs.ts'
import { playlistFileTypes } from './files/playlist-file-types.ts'
import { startImport } from './start-import.ts'

const { transfer } = messages

const ImportDialog = lazy(async () => {
  const { ImportDialog } = await import('./import-dialog.tsx')
  return { default: ImportDialog }
})

/** Chooses files to make playlists of; shows what comes of them, wherever they were dropped. */
export function ImportButton() {
  const inputRef = useRef<HTMLInputElement>(null)
  const wasAsked = useImportJobs(({ jobs }) => jobs.length > 0)
  return (
    <>
      <Button onClick={() => inputRef.current?.click()}>
        <FileInput aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{transfer.import}</span>
      </Button>
      <input
        ref={inputRef}
        type="file"
        multiple
        accept={playlistFileTypes}
        aria-label={transfer.chooseFiles}
        hidden
        onChange={(event) => {
          startImport(event.target.files)
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
      {wasAsked && (
        <Suspense>
          <ImportDialog />
        </Suspense>
      )}
    </>
  )
}
