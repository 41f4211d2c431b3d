import { Checkbox, type Selection, type TableColumn } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import type { PlaylistEntry } from '../../lib/playlist.ts'

/** The boxes that entries of a playlist are chosen by; with Shift, a span of them. */
export function selectionColumn(selection: Selection<PlaylistEntry>): TableColumn<PlaylistEntry> {
  return {
    key: 'select',
    header: messages.history.select,
    isHeaderHidden: true,
    cellClassName: 'flex px-0',
    renderCell: (entry) => (
      <Checkbox
        label={messages.playlists.select(entry.track.title)}
        isLabelHidden
        isChecked={selection.has(entry)}
        onChange={(isChosen, isRange) => selection.set(entry, isChosen, isRange)}
      />
    ),
  }
}
