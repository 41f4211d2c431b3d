import {
  Button,
  EmptyState,
  formatDuration,
  IconButton,
  Menu,
  Table,
  type TableColumn,
} from '@segue/ui'
import { ArrowDown, ArrowUp, Ellipsis, ListMusic, ListPlus, Trash2 } from 'lucide-react'
import { toggle } from '../features/player/playback.ts'
import { usePlayer } from '../features/player/player-store.ts'
import {
  clearUpcoming,
  moveInQueue,
  playEntry,
  removeFromQueue,
} from '../features/player/queue-commands.ts'
import { currentEntry, upcomingCount, type QueueEntry } from '../features/player/queue.ts'
import { TrackTitle } from '../features/tracks/track-title.tsx'
import { messages } from '../lib/messages.ts'
import { choosePlaylistFor } from '../lib/playlist-choice.ts'
import type { Track } from '../lib/track.ts'
import { focusHeading, PageHeader } from './page-header.tsx'

type Entry = QueueEntry<Track>

const { columns: heads, row } = messages

export function Queue() {
  const entries = usePlayer((state) => state.queue.entries)
  const count = entries.length
  const hasUpcoming = usePlayer((state) => upcomingCount(state.queue) > 0)
  return (
    <>
      <PageHeader title={messages.nav.queue}>
        {count > 0 && (
          <div className="flex items-center gap-4 max-sm:gap-1">
            <span className="text-sm text-ink-faint max-sm:hidden">
              {messages.queue.count(count)}
            </span>
            <IconButton
              label={messages.queue.save}
              onClick={() => choosePlaylistFor(entries.map(({ item }) => item))}
            >
              <ListPlus aria-hidden className="size-5" />
            </IconButton>
            <Button
              disabled={!hasUpcoming}
              onClick={() => {
                clearUpcoming()
                focusHeading()
              }}
            >
              {messages.queue.clear}
            </Button>
          </div>
        )}
      </PageHeader>
      {count > 0 ? (
        <QueueTable />
      ) : (
        <EmptyState
          icon={<ListMusic />}
          title={messages.queue.emptyTitle}
          detail={messages.queue.emptyDetail}
        />
      )}
    </>
  )
}

function QueueTable() {
  const queue = usePlayer((state) => state.queue)
  const currentKey = currentEntry(queue)?.key
  const columns: TableColumn<Entry>[] = [
    {
      key: 'title',
      header: heads.title,
      renderCell: ({ key, item }) => (
        <TrackTitle
          track={item}
          isCurrent={key === currentKey}
          onPlay={() => (key === currentKey ? toggle() : playEntry(key))}
        />
      ),
    },
    {
      key: 'album',
      header: heads.album,
      className: 'max-md:hidden',
      cellClassName: 'truncate text-ink-soft',
      renderCell: ({ item }) => item.album?.title,
    },
    {
      key: 'duration',
      header: heads.duration,
      className: 'text-right',
      cellClassName: 'text-ink-faint tabular-nums',
      renderCell: ({ item }) => formatDuration(item.durationMs),
    },
    {
      key: 'more',
      header: heads.more,
      isHeaderHidden: true,
      className: 'flex justify-end',
      renderCell: (entry, index) => (
        <EntryMenu entry={entry} index={index} count={queue.entries.length} />
      ),
    },
  ]
  return (
    <Table
      label={messages.nav.queue}
      columns={columns}
      rows={queue.entries}
      rowKey={({ key }) => String(key)}
      gridClassName="grid-cols-[minmax(0,1fr)_3.75rem_3rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_4.5rem_3rem]"
      isCurrent={({ key }) => key === currentKey}
      isDimmed={(_, index) => index < queue.position}
      onRowDoubleClick={({ key }) => playEntry(key)}
    />
  )
}

function EntryMenu({ entry, index, count }: { entry: Entry; index: number; count: number }) {
  const icon = 'size-4 text-ink-faint'
  return (
    <Menu
      trigger={
        <IconButton data-entry={entry.key} label={row.more(entry.item.title)} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        {
          label: row.moveUp,
          icon: <ArrowUp aria-hidden className={icon} />,
          isDisabled: index === 0,
          onSelect: () => moveInQueue(entry.key, index - 1),
        },
        {
          label: row.moveDown,
          icon: <ArrowDown aria-hidden className={icon} />,
          isDisabled: index === count - 1,
          onSelect: () => moveInQueue(entry.key, index + 1),
        },
        {
          label: row.removeFromQueue,
          icon: <Trash2 aria-hidden className="size-4" />,
          isDanger: true,
          onSelect: () => remove(entry.key),
        },
      ]}
    />
  )
}

/** Takes the entry out and leaves the keyboard's focus at its neighbour, or at the heading. */
function remove(key: number): void {
  const { entries } = usePlayer.getState().queue
  const index = entries.findIndex((entry) => entry.key === key)
  const neighbour = entries[index + 1] ?? entries[index - 1]
  removeFromQueue(key)
  // The menu that closes gives the focus back to its button first, which is gone by then.
  requestAnimationFrame(() => {
    const menu = document.querySelector<HTMLElement>(`[data-entry="${neighbour?.key}"]`)
    if (menu) menu.focus()
    else focusHeading()
  })
}
