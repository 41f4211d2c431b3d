import { IconButton, SelectionBar, showToast } from '@segue/ui'
import { ListPlus, ListStart, Trash2 } from 'lucide-react'
import { moveNextInQueue } from '../features/player/queue-commands.ts'
import type { QueueEntry } from '../features/player/queue.ts'
import { messages } from '../lib/messages.ts'
import { choosePlaylistFor } from '../lib/playlist-choice.ts'
import type { Track } from '../lib/track.ts'
import { removeAndSay } from './remove-from-queue.ts'

const icon = 'size-4'

export interface QueueSelectionBarProps {
  entries: readonly QueueEntry<Track>[]
  onClear(): void
}

/** What can be done with the chosen entries of the queue. */
export function QueueSelectionBar({ entries, onClear }: QueueSelectionBarProps) {
  const { history, queue, row } = messages
  const available = entries.map(({ item }) => item).filter((track) => track.available)
  const keys = new Set(entries.map(({ key }) => key))
  function remove() {
    onClear()
    removeAndSay(keys)
  }
  return (
    <SelectionBar
      label={history.selected(entries.length)}
      clearLabel={history.clearSelection}
      onClear={onClear}
      onDelete={remove}
    >
      <IconButton
        label={queue.moveNext}
        size="sm"
        onClick={() => {
          moveNextInQueue(keys)
          showToast({ title: queue.movedNext(keys.size) })
        }}
      >
        <ListStart aria-hidden className={icon} />
      </IconButton>
      <IconButton
        label={row.addToPlaylist}
        size="sm"
        disabled={available.length === 0}
        onClick={() => choosePlaylistFor(available)}
      >
        <ListPlus aria-hidden className={icon} />
      </IconButton>
      <IconButton label={row.removeFromQueue} size="sm" onClick={remove}>
        <Trash2 aria-hidden className={icon} />
      </IconButton>
    </SelectionBar>
  )
}
