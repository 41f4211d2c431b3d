import type { RouterOutputs } from '@segue/api'
import { formatDate, formatNumber } from '@segue/ui'
import { type ReactNode, useId } from 'react'
import { playRows } from '../features/tracks/play-rows.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { ArtistLink } from '../lib/artist-link.tsx'
import { messages } from '../lib/messages.ts'

type Stats = RouterOutputs['history']['stats']

const { columns: heads, listening } = messages

/** Sums, the tracks and artists played most, and each day with plays. */
export function ListeningFigures({ stats }: { stats: Stats }) {
  return (
    <>
      <dl className="mb-8 flex flex-wrap gap-x-12 gap-y-4">
        <Figure label={listening.plays} value={formatNumber(stats.plays)} />
        <Figure label={listening.time} value={listening.duration(stats.listenedMs)} />
      </dl>
      <Part title={listening.topTracks}>
        <TrackRows
          label={listening.topTracks}
          columns={topColumns}
          rows={stats.topTracks}
          rowKey={({ track }) => track.id}
          gridClassName="grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_5rem_5rem]"
          onPlay={(row) => playRows(stats.topTracks, row, { source: { kind: 'history' } })}
        />
      </Part>
      <Part title={listening.topArtists}>
        <ol className="gap-x-8 sm:columns-2">
          {stats.topArtists.map(({ artist, plays }) => (
            <li
              key={artist.id}
              className="flex break-inside-avoid justify-between gap-4 border-b border-line py-2.5 text-sm"
            >
              <span className="truncate font-medium">
                <ArtistLink artist={artist} />
              </span>
              <span className="shrink-0 text-ink-soft tabular-nums">{listening.played(plays)}</span>
            </li>
          ))}
        </ol>
      </Part>
      <Part title={listening.days}>
        <DayTable days={stats.perDay} />
      </Part>
    </>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="text-2xl font-bold tracking-tight tabular-nums">{value}</dd>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 id={id} className="mb-2 text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

function DayTable({ days }: { days: Stats['perDay'] }) {
  return (
    <table className="w-full max-w-2xl text-sm">
      <thead className="text-left text-xs text-ink-faint">
        <tr>
          <th className="py-2 font-medium">{listening.day}</th>
          <th className="py-2 text-right font-medium">{listening.plays}</th>
          <th className="py-2 text-right font-medium">{listening.time}</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((row) => (
          <tr key={row.day} className="border-t border-line">
            <td className="py-2.5">
              <time dateTime={row.day}>
                {formatDate(row.day, { dateStyle: 'full', timeZone: 'UTC' })}
              </time>
            </td>
            <td className="py-2.5 text-right tabular-nums">{formatNumber(row.plays)}</td>
            <td className="py-2.5 text-right tabular-nums">{listening.duration(row.listenedMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const topColumns = [
  trackColumns.album,
  {
    key: 'plays',
    get header() {
      return heads.plays
    },
    className: 'text-right',
    cellClassName: 'text-ink-soft tabular-nums',
    renderCell: ({ plays }: Stats['topTracks'][number]) => formatNumber(plays),
  },
]
