import { classNames, Cover } from '@segue/ui'
import { Pause, Play } from 'lucide-react'
import { dragTracks } from '../../lib/dragged-tracks.ts'
import { messages } from '../../lib/messages.ts'
import { KeptMark } from '../../lib/offline/kept-mark.tsx'
import type { Track } from '../../lib/track.ts'
import { makeReady } from '../player/playback.ts'
import { PlayingBars } from '../player/playing-bars.tsx'
import { usePlayer } from '../player/player-store.ts'
import { ArtistLink } from '../../lib/artist-link.tsx'

export interface TrackTitleProps {
  track: Track
  /** It is the one that plays, or would if it weren't paused. */
  isCurrent: boolean
  onPlay(): void
}

/** Cover with its play button, title and artist: the first cell of every list of tracks. */
export function TrackTitle({ track, isCurrent, onPlay }: TrackTitleProps) {
  const isPlaying = usePlayer((state) => state.isPlaying) && isCurrent
  const Icon = isPlaying ? Pause : Play
  const onIntent = () => track.available && void makeReady(track.id)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the menu of the row does the same by keyboard
    <div
      draggable={track.available}
      onDragStart={(event) => dragTracks(event, [track])}
      onPointerEnter={onIntent}
      onFocus={onIntent}
      className="flex min-w-0 items-center gap-3"
    >
      <button
        type="button"
        disabled={!track.available}
        aria-label={isPlaying ? messages.row.pause(track.title) : messages.row.play(track.title)}
        onPointerDown={() => !isCurrent && void makeReady(track.id, true)}
        onClick={(event) => {
          // The second click of a double click means the same thing as the first.
          if (event.detail <= 1) onPlay()
        }}
        onDoubleClick={(event) => event.stopPropagation()}
        className="group/play relative size-11 shrink-0 rounded-sm disabled:cursor-not-allowed"
      >
        <Cover
          path={track.coverUrl}
          name={track.album?.title ?? track.title}
          sizes="44px"
          className="size-11"
        />
        <span
          className={classNames(
            'absolute inset-0 flex items-center justify-center rounded-sm bg-shade text-on-shade group-disabled/play:hidden',
            // Neither faded nor see-through: a layer of its own for each row would make scrolling slow.
            !isCurrent && 'invisible group-hover/row:visible group-focus-visible/play:visible',
          )}
        >
          {isCurrent && (
            <span className="group-hover/row:hidden group-focus-visible/play:hidden">
              <PlayingBars isPlaying={isPlaying} />
            </span>
          )}
          <Icon
            aria-hidden
            className={classNames(
              'size-5 fill-current',
              isCurrent && 'hidden group-hover/row:block group-focus-visible/play:block',
            )}
          />
        </span>
      </button>
      <div className="min-w-0">
        <p className={classNames('truncate font-medium', isCurrent && 'text-accent')}>
          {track.title}
        </p>
        <p className="truncate text-ink-soft">
          <KeptMark trackId={track.id} />
          {track.available ? <ArtistLink artist={track.artist} /> : messages.row.unavailable}
        </p>
      </div>
    </div>
  )
}
