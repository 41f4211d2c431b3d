import { classNames, IconButton, Spinner } from '@segue/ui'
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { RepeatButton } from './repeat-button.tsx'
import { ShuffleButton } from './shuffle-button.tsx'
import { next, previous, toggle } from './playback.ts'
import { useCurrentTrack, usePlayer } from './player-store.ts'
import { hasFollowing } from './queue.ts'

export interface TransportProps {
  /** Stands by itself, with much room. */
  isLarge?: boolean
  className?: string
}

/** Previous, play or pause, next, and in which order; a phone's bar has no room for the latter. */
export function Transport({ isLarge = false, className }: TransportProps) {
  const hasTrack = useCurrentTrack() !== undefined
  const hasNext = usePlayer(({ queue, repeat }) => hasFollowing(queue, repeat))
  const isPlaying = usePlayer((state) => state.isPlaying)
  const isWaiting = usePlayer((state) => state.isWaiting)
  const Icon = isPlaying ? Pause : Play
  const side = isLarge ? 'lg' : 'md'
  const order = isLarge ? undefined : 'max-md:hidden'
  return (
    <div className={classNames('flex items-center', !isLarge && 'gap-2 max-sm:gap-0', className)}>
      <span className={order}>
        <ShuffleButton />
      </span>
      <IconButton
        label={messages.player.previous}
        size={side}
        disabled={!hasTrack}
        onClick={previous}
      >
        <SkipBack aria-hidden className="size-[1.125rem] fill-current" />
      </IconButton>
      <IconButton
        label={isPlaying ? messages.player.pause : messages.player.play}
        look="solid"
        size={isLarge ? 'xl' : 'md'}
        disabled={!hasTrack}
        aria-busy={isWaiting}
        onClick={toggle}
      >
        {isWaiting ? (
          <Spinner />
        ) : (
          <Icon
            aria-hidden
            className={classNames('size-[1.125rem] fill-current', !isPlaying && 'translate-x-px')}
          />
        )}
      </IconButton>
      <IconButton label={messages.player.next} size={side} disabled={!hasNext} onClick={next}>
        <SkipForward aria-hidden className="size-[1.125rem] fill-current" />
      </IconButton>
      <span className={order}>
        <RepeatButton />
      </span>
    </div>
  )
}
