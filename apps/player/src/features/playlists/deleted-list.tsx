import type { RouterOutputs } from '@segue/api'
import { Button, CoverMosaic, formatInstant } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { useRestorePlaylist } from './use-restore-playlist.ts'

const { playlists, collection } = messages
const dayMs = 86_400_000

type Deleted = RouterOutputs['playlists']['deleted'][number]

export interface DeletedListProps {
  deleted: readonly Deleted[]
  /** One is about to go from the list, with the button that was pressed. */
  onRestore(): void
}

/** Deleted playlists, each with how long it is still kept, and the way back. */
export function DeletedList({ deleted, onRestore }: DeletedListProps) {
  const { isPending, restore } = useRestorePlaylist()
  return (
    <ul aria-label={playlists.deletedTitle} className="divide-y divide-line">
      {deleted.map(({ id, name, covers, trackCount, removedAt, keptUntil }) => (
        <li key={id} className="flex items-center gap-4 py-3">
          <CoverMosaic
            paths={covers}
            name={name}
            sizes="56px"
            className="size-14 shrink-0 rounded-md! opacity-70"
          />
          <div className="min-w-0 flex-1">
            <p className="line-clamp-2 font-medium wrap-anywhere">{name}</p>
            <p className="text-sm text-ink-soft">
              {[
                playlists.daysLeft(daysUntil(keptUntil)),
                playlists.deletedOn(formatInstant(removedAt).day),
                collection.tracks(trackCount),
              ].join(' · ')}
            </p>
          </div>
          <Button
            aria-label={playlists.restoreOne(name)}
            disabled={isPending}
            onClick={() => restore(id, onRestore)}
          >
            {playlists.restore}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Days begun count: the last one, too. */
function daysUntil(instant: string): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / dayMs))
}
