import { messages } from '../../lib/transfer-messages.ts'
import { entryLabel } from './entry-label.ts'
import type { ImportJob } from './import-jobs.ts'

const { transfer } = messages

/** What was taken by likeness alone: the file's words beside the track, to be looked through. */
export function SimilarTracks({ job: { file, matches, isOver } }: { job: ImportJob }) {
  const similar = matches.flatMap(({ how, track }, index) => {
    const entry = file?.entries[index]
    return how === 'similar' && track && entry ? { index, track, entry } : []
  })
  if (!isOver || similar.length === 0) return null
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-default font-medium">{transfer.similar(similar.length)}</summary>
      <ul className="mt-1 space-y-1 text-ink-soft">
        {similar.map(({ index, track, entry }) => (
          <li key={index} className="wrap-anywhere">
            {entryLabel(entry)} → {track.artist.name} - {track.title}
          </li>
        ))}
      </ul>
    </details>
  )
}
