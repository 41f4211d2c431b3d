import { Button, Cover } from '@segue/ui'
import { Pause, Play } from 'lucide-react'
import { useId } from 'react'
import { toggle } from '../features/player/playback.ts'
import { useCurrentTrack, usePlayer } from '../features/player/player-store.ts'
import { TrackLink } from '../features/player/track-link.tsx'
import { playMix } from '../features/tracks/play-tracks.ts'
import { ArtistLink } from '../lib/artist-link.tsx'
import { messages } from '../lib/messages.ts'
import { usePlay } from './use-play.ts'

/** Music at one press: the queue goes on where it was left, or all there is comes in a mix. */
export function HomeHero() {
  const { home, player, row } = messages
  const track = useCurrentTrack()
  const isPlaying = usePlayer((state) => state.isPlaying)
  const mix = usePlay(playMix)
  const wordsId = useId()
  const Icon = isPlaying ? Pause : Play
  return (
    <section
      aria-label={track ? home.goOn : home.mix}
      className="mb-9 flex min-h-28 items-center gap-4 rounded-xl bg-accent-wash p-4 max-sm:flex-wrap md:gap-6 md:p-5"
    >
      <Cover
        path={track?.coverUrl ?? null}
        name={track ? (track.album?.title ?? track.title) : messages.appName}
        sizes="112px"
        className="size-20 rounded-md! md:size-28"
      />
      <div id={wordsId} className="min-w-0 flex-1">
        {track ? (
          <>
            <p className="text-sm text-ink-soft">{isPlaying ? home.playing : home.goOn}</p>
            <p className="truncate text-xl font-bold tracking-tight">
              <TrackLink track={track} />
            </p>
            <p className="truncate text-ink-soft">
              <ArtistLink artist={track.artist} />
            </p>
          </>
        ) : (
          <>
            <p className="text-xl font-bold tracking-tight">{home.mix}</p>
            <p className="text-ink-soft">{home.mixDetail}</p>
          </>
        )}
      </div>
      <Button
        look="primary"
        size="lg"
        isBusy={mix.isBusy}
        aria-describedby={wordsId}
        aria-label={isPlaying && track ? row.pause(track.title) : undefined}
        onClick={track ? toggle : mix.play}
        className="rounded-full! px-6! max-sm:w-full"
      >
        {!mix.isBusy && <Icon aria-hidden className="size-5 fill-current" />}
        {isPlaying ? player.pause : player.play}
      </Button>
    </section>
  )
}
