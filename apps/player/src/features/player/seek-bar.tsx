import { classNames, formatDuration, Slider, spokenDuration } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { seek } from './playback.ts'
import { useCurrentTrack, usePlayer } from './player-store.ts'

export interface SeekBarProps {
  /** Both times stand under the line instead of beside it, at every width. */
  isStacked?: boolean
  className?: string
}

/** Where the music stands. While it is dragged the music plays on from where it was. */
export function SeekBar({ isStacked = false, className }: SeekBarProps) {
  const track = useCurrentTrack()
  const position = usePlayer((state) => state.positionSeconds)
  const duration = usePlayer((state) => state.durationSeconds)
  const [dragged, setDragged] = useState<number | null>(null)
  const max = Math.max(Math.ceil(duration), 1)
  const shown = Math.min(dragged ?? position, max)

  return (
    <div
      className={classNames(
        isStacked ? 'flex flex-wrap justify-between' : 'flex items-center gap-3',
        className,
      )}
    >
      <span className={classNames(time, isStacked ? 'order-1' : 'w-11 text-right max-md:hidden')}>
        {formatDuration(shown * 1000)}
      </span>
      <Slider
        label={messages.player.seek}
        value={shown}
        max={max}
        largeStep={15}
        isDisabled={!track}
        valueText={(value) =>
          messages.player.seekText(spokenDuration(value), spokenDuration(duration))
        }
        onValueChange={setDragged}
        onValueCommitted={(value) => {
          setDragged(null)
          seek(value)
        }}
        className={isStacked ? 'w-full' : 'min-w-0 flex-1'}
      />
      <span className={classNames(time, isStacked ? 'order-2' : 'w-11 max-md:hidden')}>
        {formatDuration(duration * 1000)}
      </span>
    </div>
  )
}

const time = 'text-xs text-ink-faint tabular-nums'
