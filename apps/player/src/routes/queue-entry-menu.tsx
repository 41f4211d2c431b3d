import { IconButton, Menu } from '@segue/ui'
import { ArrowDown, ArrowUp, Ellipsis, ListPlus, ListStart, Trash2 } from 'lucide-react'
import { usePlayer } from '../features/player/player-store.ts'
import { moveInQueue, moveNextInQueue } from '../features/player/queue-commands.ts'
import type { QueueEntry } from '../features/player/queue.ts'
import { messages } from '../lib/messages.ts'
import { choosePlaylistFor } from '../lib/playlist-choice.ts'
import type { Track } from '../lib/track.ts'
import { focusBeside } from './focus-row.ts'
import { removeAndSay } from './remove-from-queue.ts'

export interface QueueEntryMenuProps {
  entry: QueueEntry<Track>
  index: number
  count: number
}

/** What can be done with one entry of the queue. */
export function QueueEntryMenu({ entry, index, count }: QueueEntryMenuProps) {
  const { queue, row } = messages
  const { key, item } = entry
  const icon = 'size-4 text-ink-faint'
  return (
    <Menu
      trigger={
        <IconButton data-row={key} label={row.more(item.title)} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        {
          label: queue.moveNext,
          icon: <ListStart aria-hidden className={icon} />,
          onSelect: () => moveNextInQueue(new Set([key])),
        },
        {
          label: row.moveUp,
          icon: <ArrowUp aria-hidden className={icon} />,
          isDisabled: index === 0,
          onSelect: () => moveInQueue(key, index - 1),
        },
        {
          label: row.moveDown,
          icon: <ArrowDown aria-hidden className={icon} />,
          isDisabled: index === count - 1,
          onSelect: () => moveInQueue(key, index + 1),
        },
        {
          label: row.addToPlaylist,
          icon: <ListPlus aria-hidden className={icon} />,
          isDisabled: !item.available,
          onSelect: () => choosePlaylistFor([item]),
        },
        {
          label: row.removeFromQueue,
          icon: <Trash2 aria-hidden className="size-4" />,
          isDanger: true,
          onSelect() {
            const { entries } = usePlayer.getState().queue
            focusBeside(entries, entry, (each) => String(each.key))
            removeAndSay(new Set([key]))
          },
        },
      ]}
    />
  )
}
