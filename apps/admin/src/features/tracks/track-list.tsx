import { Button, showToast } from '@segue/ui'
import { Trash2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { messages } from '../../lib/messages.ts'
import { RemovableTable } from '../../lib/removable-table.tsx'
import type { Track } from '../../lib/track.ts'
import { removeTracks, restoreTracks } from './change-availability.ts'
import { EditTrackDialog } from './edit-track-dialog.tsx'
import { columns } from './track-columns.tsx'
import { TrackMenu } from './track-menu.tsx'
import { words } from './words.ts'

export interface TrackListProps {
  tracks: readonly Track[]
  hasMore: boolean
  onEndReached(): void
  /** Chooses a picture, in the form of a track. */
  coverField: ReactNode
  /** Brings the chosen picture into the store. */
  sendCover(cover: File): Promise<string>
}

/** Tracks, and what can be done about them. */
export function TrackList({ tracks, coverField, sendCover, ...paging }: TrackListProps) {
  const [edited, setEdited] = useState<Track | null>(null)
  return (
    <>
      <RemovableTable
        label={messages.nav.tracks}
        columns={columns}
        rows={tracks}
        rowKey={({ id }) => id}
        selectLabel={({ title, artist }) => words.select(title, artist.name)}
        gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_5rem_7rem_3rem] lg:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_minmax(0,2fr)_5rem_5rem_7rem_3rem]"
        words={{ ...words, columns: messages.columns }}
        renderMenu={(track, onRemove) => (
          <TrackMenu
            track={track}
            onEdit={() => setEdited(track)}
            onRemove={onRemove}
            onRestore={() => void restoreTracks([track.id])}
          />
        )}
        renderActions={(rows, askToRemove) => (
          <BulkActions
            tracks={rows}
            onRemove={() => askToRemove(rows)}
            onRestore={() => void restoreTracks(rows.map(({ id }) => id))}
          />
        )}
        remove={(rows) => removeTracks(rows.map(({ id }) => id))}
        onRemoved={showRemoved}
        {...paging}
      />
      {edited && (
        <EditTrackDialog
          track={edited}
          coverField={coverField}
          sendCover={sendCover}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

function showRemoved(count: number, tracks: readonly Track[]) {
  const ids = tracks.map(({ id }) => id)
  showToast({
    title: words.removed(count),
    action: { label: words.undo, onSelect: () => void restoreTracks(ids) },
  })
}

interface BulkActionsProps {
  tracks: readonly Track[]
  onRemove(): void
  onRestore(): void
}

function BulkActions({ tracks, onRemove, onRestore }: BulkActionsProps) {
  return tracks.every(({ available }) => available) ? (
    <Button look="danger" onClick={onRemove}>
      <Trash2 aria-hidden className="size-4" />
      {words.remove}
    </Button>
  ) : (
    <Button look="primary" onClick={onRestore}>
      <Undo2 aria-hidden className="size-4" />
      {words.restore}
    </Button>
  )
}
