import { boxesColumn, showToast, useSelection, type MenuItem } from '@segue/ui'
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { EntrySelectionBar } from '../features/playlists/entry-selection-bar.tsx'
import { anchorOf } from '../features/playlists/group-moved.ts'
import { useEntryChanges } from '../features/playlists/use-entry-changes.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { messages } from '../lib/messages.ts'
import type { Playlist, PlaylistEntry } from '../lib/playlist.ts'
import { useLatest } from '../lib/use-latest.ts'
import { focusBeside } from './focus-row.ts'
import { focusHeading } from './page-header.tsx'

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
  const changes = useEntryChanges(playlist.id)
  const selection = useSelection(entries, entryKey)
  const { has, set } = selection
  const count = entries.length
  const boxes = useMemo(
    () =>
      boxesColumn<PlaylistEntry>(
        { has, set },
        {
          header: messages.history.select,
          labelOf: ({ track }) => playlists.select(track.title),
        },
      ),
    [has, set],
  )

  /** The whole selection goes along with one of it. */
  const carry = (from: number, to: number) => {
    const carried = entries[from]
    if (!carried || !selection.has(carried) || selection.rows.length === 1)
      return changes.move(from, to)
    const group = new Set(selection.rows.map(entryKey))
    return changes.moveGroup(selection.rows, anchorOf(entries, group, from, to))
  }
  const moveAndSay = (entry: PlaylistEntry, from: number, to: number) => {
    changes.move(from, to)
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
      label: playlists.moveToTop,
      icon: <ArrowUpToLine aria-hidden className="size-4 text-ink-faint" />,
      isDisabled: index === 0,
      onSelect: () => changes.moveGroup([entry], null),
    },
    {
      label: playlists.moveToEnd,
      icon: <ArrowDownToLine aria-hidden className="size-4 text-ink-faint" />,
      isDisabled: index >= count - 1 && !paging.hasMore,
      onSelect: () => changes.moveToEnd([entry]),
    },
    {
      label: words.removeFromPlaylist,
      icon: <Trash2 aria-hidden className="size-4" />,
      isDanger: true,
      onSelect() {
        focusBeside(entries, entry, entryKey)
        changes.remove([entry])
      },
    },
  ]
  const latest = useLatest(carry)
  const reorder = useMemo(
    () => ({
      ...messages.order,
      handleLabel: ({ track }: PlaylistEntry) => words.reorder(track.title),
      onMove: (from: number, to: number) => latest.current(from, to),
    }),
    [latest],
  )
  return (
    <>
      <TrackRows
        label={playlist.name}
        firstColumn={isOwn ? boxes : undefined}
        isSelected={isOwn ? selection.has : undefined}
        columns={columns}
        rows={entries}
        rowKey={entryKey}
        gridClassName={isOwn ? ownGrid : grid}
        onPlay={onPlay}
        menuItems={isOwn ? ownersItems : undefined}
        reorder={isOwn ? reorder : undefined}
        {...paging}
      />
      {selection.rows.length > 0 && (
        <EntrySelectionBar
          entries={selection.rows}
          changes={changes}
          onClear={() => {
            focusHeading()
            selection.setAll(false)
          }}
        />
      )}
    </>
  )
}

const columns = [trackColumns.album, trackColumns.duration]
const grid =
  'grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_4.5rem_5rem]'
const ownGrid =
  'grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_5rem] sm:grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[1.75rem_1.75rem_minmax(0,5fr)_minmax(0,4fr)_4.5rem_5rem]'

function entryKey({ entryId }: PlaylistEntry): string {
  return entryId
}
