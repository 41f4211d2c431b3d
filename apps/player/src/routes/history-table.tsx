import type { RouterOutputs } from '@segue/api'
import {
  Button,
  Checkbox,
  formatDate,
  formatDay,
  GroupedTable,
  locale,
  SelectionBar,
  useSelection,
  type TableColumn,
} from '@segue/ui'
import { Trash2 } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { toggle } from '../features/player/playback.ts'
import { useCurrentTrack } from '../features/player/player-store.ts'
import { playRows } from '../features/tracks/play-rows.ts'
import { TrackActions } from '../features/tracks/track-actions.tsx'
import { TrackTitle } from '../features/tracks/track-title.tsx'
import { removePlays } from '../lib/held-removals.ts'
import { messages } from '../lib/messages.ts'
import { useLatest } from '../lib/use-latest.ts'
import { focusBeside } from './focus-row.ts'
import { focusHeading } from './page-header.tsx'
import { PlayedFrom } from './played-from.tsx'
import { PlayedPart } from './played-part.tsx'

type Play = RouterOutputs['history']['list']['items'][number]

export interface HistoryTableProps {
  plays: readonly Play[]
  hasMore: boolean
  onEndReached(): void
}

/** What was played when, from where, and how much of it was heard; under its day. */
export function HistoryTable({ plays, ...paging }: HistoryTableProps) {
  const { history, nav } = messages
  const selection = useSelection(plays, playKey)
  const count = selection.rows.length
  const currentId = useCurrentTrack()?.id
  // Where a track was played often, the last time is taken for the one that goes on.
  const current = plays.find(({ track }) => track.id === currentId)
  const playFrom = (play: Play) => playRows(plays, play, { source: { kind: 'history' } })

  const latest = useLatest({ plays, playFrom })
  const { has, set } = selection
  const columns = useMemo(
    (): TableColumn<Play>[] => [
      {
        key: 'select',
        header: history.select,
        // A phone has no room for it: there they go one by one.
        className: 'max-sm:hidden',
        cellClassName: 'sm:flex',
        renderCell: (play) => (
          <Checkbox
            label={history.selectPlay(play.track.title, timeOf(play))}
            isLabelHidden
            isChecked={has(play)}
            onChange={(isChosen, isRange) => set(play, isChosen, isRange)}
          />
        ),
      },
      {
        key: 'title',
        header: messages.columns.title,
        renderCell: (play, _, { isCurrent }) => (
          <TrackTitle
            track={play.track}
            isCurrent={isCurrent}
            onPlay={() => (isCurrent ? toggle() : latest.current.playFrom(play))}
          />
        ),
      },
      {
        key: 'source',
        header: history.source,
        className: 'max-lg:hidden',
        cellClassName: 'truncate text-ink-soft',
        renderCell: ({ source }) => <PlayedFrom source={source} />,
      },
      {
        key: 'listened',
        header: messages.columns.listened,
        className: 'text-right max-sm:hidden',
        renderCell: (play) => <PlayedPart {...play} />,
      },
      {
        key: 'time',
        header: history.time,
        className: 'text-right',
        cellClassName: 'text-ink-soft tabular-nums whitespace-nowrap max-sm:text-xs',
        renderCell: (play) => <time dateTime={play.playedAt}>{timeOf(play)}</time>,
      },
      {
        key: 'more',
        header: messages.columns.more,
        renderCell: (play) => (
          <TrackActions
            track={play.track}
            rowKey={play.playId}
            items={() => [
              {
                label: messages.row.removeFromHistory,
                icon: <Trash2 aria-hidden className="size-4" />,
                isDanger: true,
                onSelect() {
                  focusBeside(latest.current.plays, play, playKey)
                  removePlays([play.playId])
                },
              },
            ]}
          />
        ),
      },
    ],
    [history, latest, has, set],
  )
  const open = useCallback(
    (play: Play) => {
      if (play.track.available) latest.current.playFrom(play)
    },
    [latest],
  )
  return (
    <>
      <GroupedTable
        label={nav.history}
        columns={columns}
        rows={plays}
        rowKey={playKey}
        headingOf={dayOf}
        gridClassName="grid-cols-[minmax(0,1fr)_4.5rem_5rem] sm:grid-cols-[2.5rem_minmax(0,1fr)_9rem_6rem_5rem] lg:grid-cols-[2.5rem_minmax(0,5fr)_minmax(0,3fr)_9rem_6rem_5rem]"
        isCurrent={(play) => play === current}
        isDimmed={({ track }) => !track.available}
        isSelected={selection.has}
        onRowDoubleClick={open}
        {...paging}
      />
      {count > 0 && (
        <SelectionBar
          label={history.selected(count)}
          clearLabel={history.clearSelection}
          onClear={() => {
            focusHeading()
            selection.setAll(false)
          }}
        >
          <Button
            look="danger"
            onClick={() => {
              focusHeading()
              removePlays(selection.rows.map(playKey))
              selection.setAll(false)
            }}
          >
            {history.remove}
          </Button>
        </SelectionBar>
      )}
    </>
  )
}

function playKey({ playId }: Play): string {
  return playId
}

const days = new WeakMap<Play, { day: string; minute: number; language: string }>()

/** Kept for a minute, until when a day may end: it is asked of all plays whenever more come. */
function dayOf(play: Play): string {
  const minute = Math.floor(Date.now() / 60_000)
  const language = locale()
  const known = days.get(play)
  if (known?.minute === minute && known.language === language) return known.day
  const day = formatDay(play.playedAt)
  days.set(play, { day, minute, language })
  return day
}

function timeOf({ playedAt }: Play): string {
  return formatDate(playedAt, { hour: 'numeric', minute: '2-digit' })
}
