import { formatDuration, VisuallyHidden, type TableColumn } from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { CircleCheck } from 'lucide-react'
import { inChunks } from '../../lib/in-chunks.ts'
import { RecordTable } from '../../lib/record-table.tsx'
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
    <RecordTable
      label={words.title}
      list="/history"
      words={words}
      rows={plays}
      rowKey={({ playId }) => playId}
      instant={{ header: words.columns.played, of: ({ playedAt }) => playedAt }}
      moreColumns={[listened]}
      gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_10rem_3rem] lg:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_10rem_9rem_3rem]"
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

const listened: TableColumn<PlayRow> = {
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
}
