import { playRows } from '../features/tracks/play-rows.ts'
import { TrackTitle } from '../features/tracks/track-title.tsx'
import { toggle } from '../features/player/playback.ts'
import { useCurrentTrack } from '../features/player/player-store.ts'
import type { PlayOrigin } from '../features/player/supply.ts'
import { messages } from '../lib/messages.ts'
import type { Track } from '../lib/track.ts'

export interface HomeRankingProps {
  rows: readonly { track: Track; plays: number }[]
  source: PlayOrigin['source']
}

/** Tracks in the order of their plays. */
export function HomeRanking({ rows, source }: HomeRankingProps) {
  const currentId = useCurrentTrack()?.id
  return (
    <ol>
      {rows.map((row) => {
        const isCurrent = row.track.id === currentId
        return (
          <li
            key={row.track.id}
            className="group/row flex h-15 items-center justify-between gap-4 rounded-md text-sm hover:bg-sunken md:-mx-2 md:px-2"
          >
            <TrackTitle
              track={row.track}
              isCurrent={isCurrent}
              onPlay={() => (isCurrent ? toggle() : playRows(rows, row, { source }))}
            />
            <span className="shrink-0 text-ink-soft tabular-nums">
              {messages.listening.played(row.plays)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
