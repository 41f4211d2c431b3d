import { Cover, VisuallyHidden } from '@segue/ui'
import type { ReactNode } from 'react'
import { ArtistLink } from '../../lib/artist-link.tsx'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { TrackLink } from './track-link.tsx'
import { useCurrentTrack } from './player-store.ts'
import { PlayedTime } from './played-time.tsx'
import { SeekBar } from './seek-bar.tsx'
import { Transport } from './transport.tsx'
import { VolumeControl } from './volume-control.tsx'

export interface NowPlayingBarProps {
  /** What can be done with the track besides playing it. */
  renderAction(track: Track): ReactNode
}

/** What plays, and everything that steers it, at the foot of every page. */
export function NowPlayingBar({ renderAction }: NowPlayingBarProps) {
  const track = useCurrentTrack()
  return (
    <section
      aria-label={messages.player.label}
      className="fixed inset-x-0 bottom-(--nav-height) z-30 h-(--bar-height) border-t border-line bg-surface shadow-bar md:bottom-0"
    >
      <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-3 px-4 max-sm:gap-1 max-sm:pr-2 md:grid-cols-[minmax(0,1fr)_minmax(20rem,2fr)_minmax(0,1fr)] md:gap-6 md:px-6">
        <div className="flex min-w-0 items-center gap-3 max-sm:gap-2">
          {track ? (
            <>
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
              {renderAction(track)}
            </>
          ) : (
            <p className="text-sm text-ink-faint">{messages.player.nothing}</p>
          )}
        </div>
        <div className="flex flex-col items-center">
          <Transport />
          <SeekBar className="flex items-center gap-3 max-md:absolute max-md:inset-x-0 max-md:-top-3 md:-mt-0.5 md:w-full md:max-w-xl" />
        </div>
        <VolumeControl className="flex items-center justify-end gap-2 max-md:hidden" />
      </div>
      <VisuallyHidden aria-live="polite">
        {track && messages.player.nowPlaying(track.title, track.artist.name)}
      </VisuallyHidden>
    </section>
  )
}
