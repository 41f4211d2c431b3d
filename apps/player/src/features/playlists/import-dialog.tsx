import { Dialog } from '@segue/ui'
import { messages } from '../../lib/transfer-messages.ts'
import { ImportedFile } from './imported-file.tsx'
import { closeImport, useImportJobs } from './import-jobs.ts'

const { transfer } = messages

/** What has come of files that playlists were made of. */
export function ImportDialog() {
  const { isOpen, jobs } = useImportJobs()
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={closeImport}
      title={transfer.title}
      closeLabel={messages.close}
      startsAtTitle
      className="max-w-xl"
    >
      <ul className="space-y-6">
        {jobs.map((job) => (
          <li key={job.key}>
            <ImportedFile job={job} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
