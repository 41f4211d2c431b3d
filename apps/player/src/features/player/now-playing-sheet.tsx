import { Cover, CoverWash, Sheet, useSwipe } from '@segue/ui'
import type { ReactNode } from 'react'
import { ArtistLink } from '../../lib/artist-link.tsx'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { next, previous } from './playback.ts'
import { useCurrentTrack } from './player-store.ts'
import { PlayerTools } from './player-tools.tsx'
import { SeekBar } from './seek-bar.tsx'
import { useSheet } from './sheet-state.ts'
import { TrackAnnouncement } from './track-announcement.tsx'
import { TrackLink } from './track-link.tsx'
import { Transport } from './transport.tsx'
import { UpNext } from './up-next.tsx'
import { VolumeControl } from './volume-control.tsx'

export interface NowPlayingSheetProps {
  /** What can be done with the track besides playing it. */
  renderAction(track: Track): ReactNode
}

/** What plays, as large as the window. */
export function NowPlayingSheet({ renderAction }: NowPlayingSheetProps) {
  const { isOpen, close } = useSheet()
  const track = useCurrentTrack()
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={(wanted) => !wanted && close()}
      title={messages.player.label}
      closeLabel={messages.player.close}
      heading={
        track?.album && (
          <p className="truncate text-sm font-medium text-ink-soft">{track.album.title}</p>
        )
      }
      backdrop={<CoverWash path={track?.coverUrl ?? null} />}
    >
      {/* What lies behind the sheet is silent meanwhile. */}
      <TrackAnnouncement />
      {track ? (
        <div className="mx-auto grid w-full max-w-6xl flex-1 gap-10 px-6 pt-3 pb-[calc(env(safe-area-inset-bottom)+1.5rem)] md:px-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-14">
          <div className="mx-auto flex w-full max-w-[min(30rem,52vh)] flex-col justify-center max-md:max-w-104">
            <SwipedCover track={track} />
            <div className="mt-6 flex items-center gap-3">
              <div className="min-w-0 flex-1">
                <p className="truncate text-xl font-bold tracking-tight">
                  <TrackLink track={track} />
                </p>
                <p className="truncate text-ink-soft">
                  <ArtistLink artist={track.artist} />
                </p>
              </div>
              {renderAction(track)}
            </div>
            <SeekBar isStacked className="mt-4" />
            <Transport isLarge className="mt-3 justify-between sm:px-4" />
            <div className="mt-5 flex items-center justify-between gap-4 max-md:justify-center">
              <PlayerTools />
              <VolumeControl className="flex items-center gap-2 max-md:hidden" />
            </div>
          </div>
          <UpNext className="self-center max-lg:hidden" />
        </div>
      ) : (
        <p className="m-auto text-ink-faint">{messages.player.nothing}</p>
      )}
    </Sheet>
  )
}

/** To the left for the next track, to the right for the one before. */
function SwipedCover({ track }: { track: Track }) {
  const { offset, handlers } = useSwipe({ onSwipeLeft: next, onSwipeRight: previous })
  return (
    <div
      {...handlers}
      data-base-ui-swipe-ignore="x"
      className="touch-pan-y"
      style={offset === 0 ? undefined : { transform: `translateX(${offset}px)` }}
    >
      <Cover
        path={track.coverUrl}
        name={track.album?.title ?? track.title}
        sizes="(min-width: 768px) 30rem, 90vw"
        className="w-full rounded-lg shadow-popup"
      />
    </div>
  )
}
