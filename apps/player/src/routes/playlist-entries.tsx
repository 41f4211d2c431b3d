import { showToast, type MenuItem } from '@segue/ui'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useEntryChanges } from '../features/playlists/use-entry-changes.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { messages } from '../lib/messages.ts'
import type { Playlist, PlaylistEntry } from '../lib/playlist.ts'
import { focusBeside } from './focus-row.ts'

const { playlists, row: words } = messages

export interface PlaylistEntriesProps {
  playlist: Playlist
  entries: readonly PlaylistEntry[]
  /** Its owner looks at it, who may change it. */
  isOwn: boolean
  hasMore: boolean
  onEndReached(): void
  onPlay(entry: PlaylistEntry): void
}

/** The tracks of a playlist in its order. */
export function PlaylistEntries(props: PlaylistEntriesProps) {
  const { playlist, entries, isOwn, onPlay, ...paging } = props
  const { move, remove } = useEntryChanges(playlist.id, entries)
  const count = entries.length

  const moveAndSay = (entry: PlaylistEntry, from: number, to: number) => {
    move(from, to)
    showToast({ title: playlists.movedTo(entry.track.title, to + 1) })
  }
  const ownersItems = (entry: PlaylistEntry, index: number): MenuItem[] => [
    {
      label: words.moveUp,
      icon: <ArrowUp aria-hidden className="size-4 text-ink-faint" />,
      isDisabled: index === 0,
      onSelect: () => moveAndSay(entry, index, index - 1),
    },
    {
      label: words.moveDown,
      icon: <ArrowDown aria-hidden className="size-4 text-ink-faint" />,
      isDisabled: index >= count - 1,
      onSelect: () => moveAndSay(entry, index, index + 1),
    },
    {
      label: words.removeFromPlaylist,
      icon: <Trash2 aria-hidden className="size-4" />,
      isDanger: true,
      onSelect() {
        focusBeside(entries, entry, entryKey)
        remove([entry])
      },
    },
  ]
  return (
    <TrackRows
      label={playlist.name}
      columns={[trackColumns.album, trackColumns.duration]}
      rows={entries}
      rowKey={entryKey}
      gridClassName={isOwn ? ownGrid : grid}
      onPlay={onPlay}
      menuItems={isOwn ? ownersItems : undefined}
      reorder={
        isOwn
          ? {
              ...messages.order,
              handleLabel: ({ track }) => words.reorder(track.title),
              onMove: move,
            }
          : undefined
      }
      {...paging}
    />
  )
}

const grid =
  'grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_4.5rem_5rem]'
const ownGrid =
  'grid-cols-[1.75rem_minmax(0,1fr)_5rem] sm:grid-cols-[1.75rem_minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[1.75rem_minmax(0,5fr)_minmax(0,4fr)_4.5rem_5rem]'

function entryKey({ entryId }: PlaylistEntry): string {
  return entryId
}
