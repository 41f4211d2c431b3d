import { formatDuration } from '@segue/ui'
import { toggle } from '../features/player/playback.ts'
import { useCurrentTrack } from '../features/player/player-store.ts'
import { TrackActions } from '../features/tracks/track-actions.tsx'
import { TrackTitle } from '../features/tracks/track-title.tsx'
import type { Track } from '../lib/track.ts'

export interface SearchTracksProps {
  tracks: readonly Track[]
  /** Plays the list from this track on. */
  onPlay(track: Track): void
}

/** The first tracks that a search found. */
export function SearchTracks({ tracks, onPlay }: SearchTracksProps) {
  const currentId = useCurrentTrack()?.id
  return (
    <ol>
      {tracks.map((track) => {
        const isCurrent = track.id === currentId
        return (
          <li
            key={track.id}
            data-result
            className="group/row flex h-15 items-center gap-3 rounded-md text-sm hover:bg-sunken md:-mx-2 md:px-2"
          >
            <div className="min-w-0 flex-1">
              <TrackTitle
                track={track}
                isCurrent={isCurrent}
                onPlay={() => (isCurrent ? toggle() : onPlay(track))}
              />
            </div>
            <span className="text-ink-faint tabular-nums max-sm:hidden">
              {formatDuration(track.durationMs)}
            </span>
            <TrackActions track={track} />
          </li>
        )
      })}
    </ol>
  )
}
