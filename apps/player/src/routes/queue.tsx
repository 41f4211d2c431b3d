import { Button, EmptyState, IconButton, showToast } from '@segue/ui'
import { ListMusic, ListPlus } from 'lucide-react'
import { PlayingFrom } from '../features/player/playing-from.tsx'
import { usePlayer } from '../features/player/player-store.ts'
import { clearUpcoming } from '../features/player/queue-commands.ts'
import { upcomingCount } from '../features/player/queue.ts'
import { messages } from '../lib/messages.ts'
import { choosePlaylistFor } from '../lib/playlist-choice.ts'
import { focusHeading, PageHeader } from './page-header.tsx'
import { QueueTable } from './queue-table.tsx'

/** What was played, what plays and what follows. */
export function Queue() {
  const entries = usePlayer((state) => state.queue.entries)
  const count = entries.length
  const hasUpcoming = usePlayer((state) => upcomingCount(state.queue) > 0)
  const { queue } = messages
  return (
    <>
      <PageHeader title={messages.nav.queue}>
        {count > 0 && (
          <div className="flex items-center gap-4 max-sm:gap-1">
            <span className="text-sm text-ink-faint max-sm:hidden">{queue.count(count)}</span>
            <IconButton
              label={queue.save}
              onClick={() => choosePlaylistFor(entries.map(({ item }) => item))}
            >
              <ListPlus aria-hidden className="size-5" />
            </IconButton>
            <Button
              disabled={!hasUpcoming}
              onClick={() => {
                const onSelect = clearUpcoming()
                focusHeading()
                showToast({ title: queue.cleared, action: { label: queue.undo, onSelect } })
              }}
            >
              {queue.clear}
            </Button>
          </div>
        )}
      </PageHeader>
      {count > 0 ? (
        <>
          <PlayingFrom />
          <QueueTable />
        </>
      ) : (
        <EmptyState icon={<ListMusic />} title={queue.emptyTitle} detail={queue.emptyDetail} />
      )}
    </>
  )
}
