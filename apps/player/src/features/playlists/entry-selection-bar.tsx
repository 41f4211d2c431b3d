import { IconButton, SelectionBar } from '@segue/ui'
import { ArrowDownToLine, ArrowUpToLine, FolderInput, ListPlus, Trash2 } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { choosePlaylistFor } from '../../lib/playlist-choice.ts'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import type { EntryChanges } from './use-entry-changes.ts'

const { playlists, history, row: words } = messages
const icon = 'size-4'

export interface EntrySelectionBarProps {
  entries: readonly PlaylistEntry[]
  changes: EntryChanges
  onClear(): void
}

/** What can be done with the chosen entries of a playlist. */
export function EntrySelectionBar({ entries, changes, onClear }: EntrySelectionBarProps) {
  const available = entries.filter(({ track }) => track.available)
  const tracks = available.map(({ track }) => track)
  function remove() {
    onClear()
    changes.remove(entries)
  }
  const actions = [
    {
      label: words.addToPlaylist,
      icon: <ListPlus aria-hidden className={icon} />,
      isDisabled: tracks.length === 0,
      act: () => choosePlaylistFor(tracks),
    },
    {
      label: playlists.moveToPlaylist,
      icon: <FolderInput aria-hidden className={icon} />,
      isDisabled: tracks.length === 0,
      act: () => choosePlaylistFor(tracks, { takeOut: () => changes.takeOut(available) }),
    },
    {
      label: playlists.moveToTop,
      icon: <ArrowUpToLine aria-hidden className={icon} />,
      act: () => changes.moveGroup(entries, null),
    },
    {
      label: playlists.moveToEnd,
      icon: <ArrowDownToLine aria-hidden className={icon} />,
      act: () => changes.moveToEnd(entries),
    },
    {
      label: words.removeFromPlaylist,
      icon: <Trash2 aria-hidden className={icon} />,
      act: remove,
    },
  ]
  return (
    <SelectionBar
      label={history.selected(entries.length)}
      clearLabel={history.clearSelection}
      onClear={onClear}
      onDelete={remove}
    >
      {actions.map(({ label, icon, isDisabled, act }) => (
        <IconButton key={label} label={label} size="sm" disabled={isDisabled} onClick={act}>
          {icon}
        </IconButton>
      ))}
    </SelectionBar>
  )
}
