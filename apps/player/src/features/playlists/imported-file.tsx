import { Button, Progress } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { FileDown } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/transfer-messages.ts'
import { saveFile } from '../../lib/save-file.ts'
import { entryLabel } from './entry-label.ts'
import { closeImport, missingIn, type ImportJob } from './import-jobs.ts'
import { MissingTrack } from './missing-track.tsx'
import { SimilarTracks } from './similar-tracks.tsx'

const { transfer } = messages
/** The rest of a long list is in the file that can be saved. */
const mostShown = 100

/** One file and its playlist: how far it is, what was found, and all that was not. */
export function ImportedFile({ job }: { job: ImportJob }) {
  const { file, playlist, fileName, matches, isOver } = job
  const count = file?.entries.length ?? 0
  const missing = missingIn(job)
  return (
    <section aria-label={fileName}>
      <h3 className="truncate font-semibold">
        {playlist ? (
          <Link
            to="/playlists/$id"
            params={{ id: playlist.id }}
            onClick={closeImport}
            className="text-accent hover:underline"
          >
            {playlist.name}
          </Link>
        ) : (
          fileName
        )}
      </h3>
      <p aria-live="polite" className="text-sm text-ink-soft">
        {isOver ? summary(job, missing.length) : transfer.matching(matches.length, count)}
      </p>
      {!isOver && file && (
        <Progress label={transfer.matching(matches.length, count)} value={matches.length / count} />
      )}
      <SimilarTracks job={job} />
      {missing.length > 0 && (
        <>
          <div className="mt-4 flex flex-wrap items-center justify-between gap-2">
            <h4 className="text-sm font-semibold">{transfer.missing(missing.length)}</h4>
            <Button
              look="quiet"
              onClick={() =>
                saveFile(
                  transfer.missingFile(fileName),
                  `${missing.map(({ entry }) => entryLabel(entry)).join('\n')}\n`,
                  'text/plain;charset=utf-8',
                )
              }
            >
              <FileDown aria-hidden className="size-4" />
              {transfer.saveMissing}
            </Button>
          </div>
          <ol aria-label={transfer.missing(missing.length)} className="divide-y divide-line">
            {missing.slice(0, mostShown).map(({ index, entry }) => (
              <MissingTrack key={index} jobKey={job.key} index={index} entry={entry} />
            ))}
          </ol>
          {missing.length > mostShown && (
            <p className="mt-2 text-sm text-ink-faint">
              {transfer.more(missing.length - mostShown)}
            </p>
          )}
        </>
      )}
    </section>
  )
}

function summary({ problem, file }: ImportJob, missing: number): string {
  if (typeof problem === 'string') return transfer.problems[problem]
  if (problem) return errorSentence(problem.error)
  const count = file?.entries.length ?? 0
  return transfer.found(count - missing, count)
}
