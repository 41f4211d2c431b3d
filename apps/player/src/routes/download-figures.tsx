import type { RouterOutputs } from '@segue/api'
import { Button } from '@segue/ui'
import { Download } from 'lucide-react'
import { csv } from '../lib/csv.ts'
import { hourRows, weekdayRows } from '../lib/listening-rows.ts'
import { messages } from '../lib/messages.ts'

type Stats = RouterOutputs['history']['stats']
type Row = [kind: string, name: string, plays: number, listenedMs: number]

/** Hands out the figures as a file for a spreadsheet. */
export function DownloadFigures({ stats }: { stats: Stats }) {
  const { listening } = messages
  return (
    <Button onClick={() => save(csv([headOf(), ...rowsOf(stats)]))}>
      <Download aria-hidden className="size-4" />
      {listening.download}
    </Button>
  )
}

function headOf(): string[] {
  const { listening } = messages
  return [listening.kind, listening.name, listening.plays, listening.milliseconds]
}

function rowsOf(stats: Stats): Row[] {
  const { kinds } = messages.search
  const { listening, columns } = messages
  const rows = (
    kind: string,
    all: readonly { name: string; plays: number; listenedMs: number }[],
  ) => all.map(({ name, plays, listenedMs }): Row => [kind, name, plays, listenedMs])
  const named = <Item extends { plays: number; listenedMs: number }>(
    all: readonly Item[],
    nameOf: (item: Item) => string,
  ) => all.map((item) => ({ ...item, name: nameOf(item) }))
  return [
    ...rows(
      listening.day,
      named(stats.perDay, ({ day }) => day),
    ),
    ...rows(listening.hour, hourRows(stats.perHour)),
    ...rows(listening.weekday, weekdayRows(stats.perWeekday)),
    ...rows(
      listening.year,
      named(stats.perYear, ({ year }) => String(year)),
    ),
    ...rows(
      kinds.track,
      named(stats.topTracks, ({ track }) => `${track.artist.name} – ${track.title}`),
    ),
    ...rows(
      kinds.artist,
      named(stats.topArtists, ({ artist }) => artist.name),
    ),
    ...rows(
      kinds.album,
      named(stats.topAlbums, ({ album }) => album.title),
    ),
    ...rows(
      columns.genre,
      named(stats.topGenres, ({ genre }) => genre),
    ),
  ]
}

/** With the mark by which spreadsheets know that it is UTF-8. */
function save(text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'segue-listening.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
