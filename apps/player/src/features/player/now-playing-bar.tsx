import { Cover, IconButton, useSwipe } from '@segue/ui'
import { Maximize2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ArtistLink } from '../../lib/artist-link.tsx'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { TrackAnnouncement } from './track-announcement.tsx'
import { TrackLink } from './track-link.tsx'
import { next, previous } from './playback.ts'
import { useCurrentTrack } from './player-store.ts'
import { PlayedTime } from './played-time.tsx'
import { PlayerTools } from './player-tools.tsx'
import { SeekBar } from './seek-bar.tsx'
import { useSheet } from './sheet-state.ts'
import { Transport } from './transport.tsx'
import { VolumeControl } from './volume-control.tsx'

export interface NowPlayingBarProps {
  /** What can be done with the track besides playing it. */
  renderAction(track: Track): ReactNode
}

/** What plays, and everything that steers it, at the foot of every page. */
export function NowPlayingBar({ renderAction }: NowPlayingBarProps) {
  const track = useCurrentTrack()
  const { open } = useSheet()
  return (
    <section
      aria-label={messages.player.label}
      className="fixed inset-x-0 bottom-(--nav-height) z-30 h-(--bar-height) border-t border-line bg-surface shadow-bar md:bottom-0"
    >
      <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-3 px-4 max-sm:gap-1 max-sm:pr-2 md:grid-cols-[minmax(0,1fr)_minmax(18rem,2fr)_minmax(0,1fr)] md:gap-6 md:px-6">
        <div className="flex min-w-0 items-center gap-3 max-sm:gap-2">
          {track ? (
            <>
              <CurrentTrack track={track} onOpen={open} />
              {renderAction(track)}
            </>
          ) : (
            <p className="text-sm text-ink-faint">{messages.player.nothing}</p>
          )}
        </div>
        <div className="flex flex-col items-center">
          <Transport />
          <SeekBar className="max-md:absolute max-md:inset-x-0 max-md:-top-3 md:-mt-0.5 md:w-full md:max-w-xl" />
        </div>
        <div className="flex items-center justify-end gap-1 max-md:hidden">
          <PlayerTools />
          <VolumeControl className="flex items-center gap-2" />
          <IconButton label={messages.player.open} size="sm" disabled={!track} onClick={open}>
            <Maximize2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      </div>
      <TrackAnnouncement />
    </section>
  )
}

/** On a phone all of it opens the large player, and a swipe goes to the next track or back. */
function CurrentTrack({ track, onOpen }: { track: Track; onOpen(): void }) {
  const { offset, handlers } = useSwipe({ onSwipeLeft: next, onSwipeRight: previous })
  return (
    <div
      {...handlers}
      className="relative flex min-w-0 touch-pan-y items-center gap-3 max-md:flex-1 max-sm:gap-2"
      style={offset === 0 ? undefined : { transform: `translateX(${offset}px)` }}
    >
      <Cover
        path={track.coverUrl}
        name={track.album?.title ?? track.title}
        sizes="56px"
        className="size-11 md:size-14"
      />
      <div className="min-w-0 max-md:flex-1">
        <p className="truncate text-sm font-semibold">
          <TrackLink track={track} />
        </p>
        <p className="flex gap-2 text-sm">
          <span className="truncate text-ink-soft">
            <ArtistLink artist={track.artist} />
          </span>
          <PlayedTime className="ml-auto shrink-0 text-xs leading-5 text-ink-faint tabular-nums md:hidden" />
        </p>
      </div>
      <button
        type="button"
        aria-label={messages.player.open}
        onClick={onOpen}
        className="absolute inset-y-0 left-0 w-full rounded-md md:hidden"
      />
    </div>
  )
}
