import {
  formatDuration,
  formatInstant,
  showToast,
  VisuallyHidden,
  type TableColumn,
} from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { CircleCheck, Trash2 } from 'lucide-react'
import { playRows } from '../features/tracks/play-rows.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { queries, trpc } from '../lib/trpc.ts'
import { focusBeside } from './focus-row.ts'

type PlayedTrack = RouterOutputs['history']['list']['items'][number]

const { columns: heads } = messages

export interface PlayTableProps {
  plays: readonly PlayedTrack[]
  hasMore: boolean
  onEndReached(): void
}

/** What was played when, and how much of it was heard. */
export function PlayTable({ plays, ...paging }: PlayTableProps) {
  const remove = trpc.history.remove.useMutation({
    onMutate: ({ playId }) => takeOut(playId),
    onSuccess: () => showToast({ title: messages.history.removed }),
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
    onSettled: () => void queries.history.list.invalidate(),
  })
  return (
    <TrackRows
      label={messages.nav.history}
      columns={columns}
      rows={plays}
      rowKey={playKey}
      gridClassName="grid-cols-[minmax(0,1fr)_5.25rem_5rem] md:grid-cols-[minmax(0,5fr)_9rem_8rem_5rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_10rem_9rem_5rem]"
      onPlay={(play) => playRows(plays, play, { source: { kind: 'history' } })}
      menuItems={(play) => [
        {
          label: messages.row.removeFromHistory,
          icon: <Trash2 aria-hidden className="size-4" />,
          isDanger: true,
          onSelect() {
            focusBeside(plays, play, playKey)
            remove.mutate({ playId: play.playId })
          },
        },
      ]}
      {...paging}
    />
  )
}

function playKey({ playId }: PlayedTrack): string {
  return playId
}

function takeOut(playId: string): void {
  void queries.history.list.cancel({})
  queries.history.list.setInfiniteData(
    {},
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.filter((play) => play.playId !== playId),
        })),
      },
  )
}

const columns: TableColumn<PlayedTrack>[] = [
  {
    ...trackColumns.album,
    className: 'max-lg:hidden',
    get header() {
      return heads.album
    },
  },
  {
    key: 'played',
    get header() {
      return heads.played
    },
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
    get header() {
      return heads.listened
    },
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
]
