import { formatDuration, formatInstant, VisuallyHidden, type TableColumn } from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { CircleCheck } from 'lucide-react'
import { inChunks } from '../../lib/in-chunks.ts'
import { InstantCell } from '../../lib/instant-cell.tsx'
import { PersonCell } from '../../lib/person-cell.tsx'
import { RecordMenu } from '../../lib/record-menu.tsx'
import { RemovableTable } from '../../lib/removable-table.tsx'
import { TrackCell } from '../../lib/track-cell.tsx'
import { api, queries } from '../../lib/trpc.ts'
import { words } from './words.ts'

type PlayRow = RouterOutputs['admin']['history']['list']['items'][number]

export interface PlayListProps {
  plays: readonly PlayRow[]
  hasMore: boolean
  onEndReached(): void
}

/** The plays of all listeners, and their removal. */
export function PlayList({ plays, ...paging }: PlayListProps) {
  return (
    <RemovableTable
      label={words.title}
      columns={columns}
      rows={plays}
      rowKey={({ playId }) => playId}
      selectLabel={({ track, user }) => words.select(track.title, user.nickname)}
      gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_10rem_3rem] lg:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_10rem_9rem_3rem]"
      isDimmed={({ track }) => !track.available}
      words={words}
      renderMenu={(row, onRemove) => (
        <RecordMenu
          label={words.more(row.track.title, row.user.nickname)}
          list="/history"
          record={row}
          onRemove={onRemove}
        />
      )}
      remove={removePlays}
      {...paging}
    />
  )
}

async function removePlays(rows: readonly PlayRow[]): Promise<number> {
  const ids = rows.map(({ playId }) => playId)
  try {
    return await inChunks(ids, (playIds) => api.admin.history.remove.mutate({ playIds }))
  } finally {
    await queries.admin.history.list.invalidate()
  }
}

const columns: TableColumn<PlayRow>[] = [
  {
    key: 'track',
    header: words.columns.track,
    renderCell: ({ track, user, playedAt }) => (
      <TrackCell track={track} note={`${user.nickname} · ${formatInstant(playedAt).day}`} />
    ),
  },
  {
    key: 'listener',
    header: words.columns.listener,
    className: 'max-md:hidden',
    renderCell: ({ user }) => <PersonCell person={user} />,
  },
  {
    key: 'played',
    header: words.columns.played,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-soft',
    renderCell: ({ playedAt }) => <InstantCell instant={playedAt} />,
  },
  {
    key: 'listened',
    header: words.columns.listened,
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ listenedMs, completed, track }) => (
      <span className="inline-flex items-center justify-end gap-1.5">
        {completed && (
          <>
            <CircleCheck aria-hidden className="size-4 text-success" />
            <VisuallyHidden>{words.completed}</VisuallyHidden>
          </>
        )}
        {formatDuration(listenedMs)} / {formatDuration(track.durationMs)}
      </span>
    ),
  },
]
