import { Checkbox, type Selection, type TableColumn } from '@segue/ui'
import type { QueueEntry } from '../features/player/queue.ts'
import { messages } from '../lib/messages.ts'
import type { Track } from '../lib/track.ts'

/** The boxes that entries of the queue are chosen by; with Shift, a span of them. */
export function queueBoxes(
  selection: Selection<QueueEntry<Track>>,
): TableColumn<QueueEntry<Track>> {
  return {
    key: 'select',
    header: messages.history.select,
    isHeaderHidden: true,
    cellClassName: 'flex px-0',
    renderCell: (entry) => (
      <Checkbox
        label={messages.queue.select(entry.item.title)}
        isLabelHidden
        isChecked={selection.has(entry)}
        onChange={(isChosen, isRange) => selection.set(entry, isChosen, isRange)}
      />
    ),
  }
}
