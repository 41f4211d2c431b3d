import {
  EmptyState,
  ErrorState,
  formatDuration,
  formatInstant,
  Table,
  TableSkeleton,
  VisuallyHidden,
  type TableColumn,
} from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { CircleCheck, History as HistoryIcon } from 'lucide-react'
import { toggle } from '../features/player/playback.ts'
import { useCurrentTrack } from '../features/player/player-store.ts'
import { playList } from '../features/player/queue-commands.ts'
import { TrackMenu } from '../features/tracks/track-menu.tsx'
import { TrackTitle } from '../features/tracks/track-title.tsx'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { askAgain, paging } from '../lib/paging.ts'
import { trpc } from '../lib/trpc.ts'
import { ListProblem } from './list-problem.tsx'
import { PageHeader } from './page-header.tsx'

type PlayedTrack = RouterOutputs['history']['list']['items'][number]

const { columns: heads } = messages

export function History() {
  return (
    <>
      <PageHeader title={messages.nav.history} />
      <PlayList />
    </>
  )
}

function PlayList() {
  const list = trpc.history.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor, refetchOnMount: 'always' },
  )
  if (list.isPending) return <TableSkeleton label={messages.history.loading} />
  const plays = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isError && plays.length === 0) {
    return (
      <ErrorState
        title={messages.failedTitle}
        detail={errorSentence(list.error)}
        retryLabel={messages.retry}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (plays.length === 0) {
    return (
      <EmptyState
        icon={<HistoryIcon />}
        title={messages.history.emptyTitle}
        detail={messages.history.emptyDetail}
      />
    )
  }
  return (
    <>
      <PlayTable plays={plays} {...paging(list)} />
      {list.isError && (
        <ListProblem error={list.error} isBusy={list.isFetching} onRetry={() => askAgain(list)} />
      )}
    </>
  )
}

interface PlayTableProps {
  plays: readonly PlayedTrack[]
  hasMore: boolean
  onEndReached(): void
}

function PlayTable({ plays, hasMore, onEndReached }: PlayTableProps) {
  const currentId = useCurrentTrack()?.id
  // What plays is in the history already: as the newest row of its track.
  const currentPlay = plays.find(({ track }) => track.id === currentId)
  const playFrom = (play: PlayedTrack) => {
    const playable = plays.filter(({ track }) => track.available)
    playList(
      playable.map(({ track }) => track),
      playable.indexOf(play),
      { source: { kind: 'history' } },
    )
  }
  const columns: TableColumn<PlayedTrack>[] = [
    {
      key: 'title',
      header: heads.title,
      renderCell: (play) => (
        <TrackTitle
          track={play.track}
          isCurrent={play === currentPlay}
          onPlay={() => (play === currentPlay ? toggle() : playFrom(play))}
        />
      ),
    },
    ...plainColumns,
  ]
  return (
    <Table
      label={messages.nav.history}
      columns={columns}
      rows={plays}
      rowKey={({ playId }) => playId}
      gridClassName="grid-cols-[minmax(0,1fr)_5.25rem_3rem] md:grid-cols-[minmax(0,5fr)_9rem_8rem_3rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_10rem_9rem_3rem]"
      isCurrent={(play) => play === currentPlay}
      isDimmed={({ track }) => !track.available}
      onRowDoubleClick={(play) => play.track.available && playFrom(play)}
      hasMore={hasMore}
      onEndReached={onEndReached}
    />
  )
}

const plainColumns: TableColumn<PlayedTrack>[] = [
  {
    key: 'album',
    header: heads.album,
    className: 'max-lg:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ track }) => track.album?.title,
  },
  {
    key: 'played',
    header: heads.played,
    className: 'max-md:text-right',
    cellClassName: 'text-ink-soft tabular-nums max-md:text-xs',
    renderCell({ playedAt }) {
      const { day, time } = formatInstant(playedAt)
      return (
        <time dateTime={playedAt} className="flex flex-wrap gap-x-1.5 max-md:justify-end">
          <span>{day}</span>
          <span className="text-ink-faint">{time}</span>
        </time>
      )
    },
  },
  {
    key: 'listened',
    header: heads.listened,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ listenedMs, completed, track }) => (
      <span className="inline-flex items-center justify-end gap-1.5">
        {completed && (
          <>
            <CircleCheck aria-hidden className="size-4 text-success" />
            <VisuallyHidden>{messages.history.completed}</VisuallyHidden>
          </>
        )}
        {formatDuration(listenedMs)} / {formatDuration(track.durationMs)}
      </span>
    ),
  },
  {
    key: 'more',
    header: heads.more,
    isHeaderHidden: true,
    className: 'flex justify-end',
    renderCell: ({ track }) => <TrackMenu track={track} />,
  },
]
