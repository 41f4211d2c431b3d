import { boxesColumn, formatDuration, Table, useSelection, type TableColumn } from '@segue/ui'
import { useEffect, useRef } from 'react'
import { toggle } from '../features/player/playback.ts'
import { usePlayer } from '../features/player/player-store.ts'
import { moveInQueue, playEntry } from '../features/player/queue-commands.ts'
import { currentEntry, type QueueEntry } from '../features/player/queue.ts'
import { TrackTitle } from '../features/tracks/track-title.tsx'
import { messages } from '../lib/messages.ts'
import type { Track } from '../lib/track.ts'
import { focusHeading } from './page-header.tsx'
import { QueueEntryMenu } from './queue-entry-menu.tsx'
import { QueueSelectionBar } from './queue-selection-bar.tsx'

type Entry = QueueEntry<Track>

const rowHeight = 60

/** The queue in its order; what was played stays above, greyed, and what plays is in sight. */
export function QueueTable() {
  const queue = usePlayer((state) => state.queue)
  const currentKey = currentEntry(queue)?.key
  const selection = useSelection(queue.entries, keyOf)
  const ref = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // Once the page has its height, and after the router has gone to its top.
    const frame = requestAnimationFrame(() => {
      const { position } = usePlayer.getState().queue
      const top = (ref.current?.offsetTop ?? 0) + position * rowHeight
      if (top > window.innerHeight / 2) window.scrollTo({ top: top - window.innerHeight / 3 })
    })
    return () => cancelAnimationFrame(frame)
  }, [])

  const { columns: heads } = messages
  const columns: TableColumn<Entry>[] = [
    boxesColumn(selection, {
      header: messages.history.select,
      labelOf: ({ item }) => messages.queue.select(item.title),
    }),
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
      className: 'text-right max-sm:hidden',
      cellClassName: 'text-ink-faint tabular-nums',
      renderCell: ({ item }) => formatDuration(item.durationMs),
    },
    {
      key: 'more',
      header: heads.more,
      isHeaderHidden: true,
      className: 'flex justify-end',
      renderCell: (entry, index) => (
        <QueueEntryMenu entry={entry} index={index} count={queue.entries.length} />
      ),
    },
  ]
  return (
    <div ref={ref}>
      <Table
        label={messages.nav.queue}
        columns={columns}
        rows={queue.entries}
        rowKey={keyOf}
        rowHeight={rowHeight}
        gridClassName="grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_3rem] sm:grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_3.75rem_3rem] md:grid-cols-[1.75rem_1.75rem_minmax(0,5fr)_minmax(0,4fr)_4.5rem_3rem]"
        isCurrent={({ key }) => key === currentKey}
        isDimmed={(_, index) => index < queue.position}
        isSelected={selection.has}
        onRowDoubleClick={({ key }) => playEntry(key)}
        reorder={{
          ...messages.order,
          handleLabel: ({ item }) => messages.row.reorder(item.title),
          onMove(from, to) {
            const moved = queue.entries[from]
            if (!moved) return
            const isChosen = selection.has(moved)
            const along = new Set(isChosen ? selection.rows.map(({ key }) => key) : [])
            moveInQueue(moved.key, to, along)
          },
        }}
      />
      {selection.rows.length > 0 && (
        <QueueSelectionBar
          entries={selection.rows}
          onClear={() => {
            focusHeading()
            selection.setAll(false)
          }}
        />
      )}
    </div>
  )
}

function keyOf({ key }: Entry): string {
  return String(key)
}
