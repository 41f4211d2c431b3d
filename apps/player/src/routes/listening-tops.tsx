import type { RouterOutputs } from '@segue/api'
import { formatNumber, type TableColumn } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { playRows } from '../features/tracks/play-rows.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { ArtistLink } from '../lib/artist-link.tsx'
import { messages } from '../lib/messages.ts'

type Stats = RouterOutputs['history']['stats']

/** What was heard most: tracks, artists, albums and genres. */
export function ListeningTops({ stats }: { stats: Stats }) {
  const { listening } = messages
  return (
    <>
      <Part title={listening.topTracks}>
        <TrackRows
          label={listening.topTracks}
          columns={topColumns()}
          rows={stats.topTracks}
          rowKey={({ track }) => track.id}
          gridClassName="grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_5rem_5rem]"
          onPlay={(row) => playRows(stats.topTracks, row, { source: { kind: 'history' } })}
        />
      </Part>
      <Part title={listening.topArtists}>
        <Ranks
          items={stats.topArtists.map(({ artist, plays }) => ({
            key: artist.id,
            name: <ArtistLink artist={artist} />,
            plays,
          }))}
        />
      </Part>
      {stats.topAlbums.length > 0 && (
        <Part title={listening.topAlbums}>
          <Ranks
            items={stats.topAlbums.map(({ album, plays }) => ({
              key: album.id,
              name: (
                <Link
                  to="/albums/$id"
                  params={{ id: album.id }}
                  className="rounded-sm hover:underline"
                >
                  {album.title}
                </Link>
              ),
              plays,
            }))}
          />
        </Part>
      )}
      {stats.topGenres.length > 0 && (
        <Part title={listening.topGenres}>
          <Ranks
            items={stats.topGenres.map(({ genre, plays }) => ({
              key: genre,
              name: (
                <Link to="/tracks" search={{ genre }} className="rounded-sm hover:underline">
                  {genre}
                </Link>
              ),
              plays,
            }))}
          />
        </Part>
      )}
    </>
  )
}

function topColumns(): TableColumn<Stats['topTracks'][number]>[] {
  return [
    trackColumns.album,
    {
      key: 'plays',
      header: messages.columns.plays,
      className: 'text-right',
      cellClassName: 'text-ink-soft tabular-nums',
      renderCell: ({ plays }) => formatNumber(plays),
    },
  ]
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

function Ranks({ items }: { items: readonly { key: string; name: ReactNode; plays: number }[] }) {
  return (
    <ol className="gap-x-8 sm:columns-2">
      {items.map(({ key, name, plays }) => (
        <li
          key={key}
          className="flex break-inside-avoid justify-between gap-4 border-b border-line py-2.5 text-sm"
        >
          <span className="truncate font-medium">{name}</span>
          <span className="shrink-0 text-ink-soft tabular-nums">
            {messages.listening.played(plays)}
          </span>
        </li>
      ))}
    </ol>
  )
}
