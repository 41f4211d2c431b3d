import { IconButton, Menu, showToast, type MenuItem } from '@segue/ui'
import { Ellipsis, ListEnd, ListPlus, ListStart } from 'lucide-react'
import { addToQueue, playNext } from '../features/player/queue-commands.ts'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { choosePlaylistFor } from '../lib/playlist-choice.ts'
import type { Track } from '../lib/track.ts'

const { choosing, row } = messages
const icon = 'size-4 text-ink-faint'

/** So many tracks at most go into the queue or a playlist at once. */
const most = 500

export interface CollectionMenuProps {
  name: string
  count: number
  load(first: number, last: number): Promise<readonly Track[]>
}

/** What else can be done with all tracks of an album or an artist. */
export function CollectionMenu({ name, count, load }: CollectionMenuProps) {
  const withTracks = async (act: (tracks: readonly Track[]) => void) => {
    try {
      const tracks = await load(0, Math.min(count, most) - 1)
      act(tracks.filter(({ available }) => available))
      if (count > most) showToast({ title: choosing.limited(most) })
    } catch (error) {
      showToast({ title: errorSentence(error), isProblem: true })
    }
  }
  const items: MenuItem[] = [
    {
      label: choosing.playNext,
      icon: <ListStart aria-hidden className={icon} />,
      onSelect: () =>
        void withTracks((tracks) => {
          playNext(tracks)
          showToast({ title: choosing.playsNext(tracks.length) })
        }),
    },
    {
      label: choosing.addToQueue,
      icon: <ListEnd aria-hidden className={icon} />,
      onSelect: () =>
        void withTracks((tracks) => {
          addToQueue(tracks)
          showToast({ title: choosing.queued(tracks.length) })
        }),
    },
    {
      label: choosing.addToPlaylist,
      icon: <ListPlus aria-hidden className={icon} />,
      onSelect: () => void withTracks(choosePlaylistFor),
    },
  ]
  return (
    <Menu
      trigger={
        <IconButton label={row.more(name)} disabled={count === 0}>
          <Ellipsis aria-hidden className="size-5" />
        </IconButton>
      }
      items={items}
    />
  )
}
