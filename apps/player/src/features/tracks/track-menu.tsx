import { IconButton, Menu, showToast } from '@segue/ui'
import { Ellipsis, ListEnd, ListStart } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { addToQueue, playNext } from '../player/queue-commands.ts'

const { row } = messages

/** What else can be done with a track in a list. */
export function TrackMenu({ track }: { track: Track }) {
  return (
    <Menu
      trigger={
        <IconButton label={row.more(track.title)} size="sm" disabled={!track.available}>
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        {
          label: row.playNext,
          icon: <ListStart aria-hidden className="size-4 text-ink-faint" />,
          onSelect() {
            playNext([track])
            showToast({ title: row.playsNext(track.title) })
          },
        },
        {
          label: row.addToQueue,
          icon: <ListEnd aria-hidden className="size-4 text-ink-faint" />,
          onSelect() {
            addToQueue([track])
            showToast({ title: row.added(track.title) })
          },
        },
      ]}
    />
  )
}
