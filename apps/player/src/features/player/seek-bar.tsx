import { formatDuration, Slider, spokenDuration } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { seek } from './playback.ts'
import { useCurrentTrack, usePlayer } from './player-store.ts'

/** Where the music stands. While it is dragged the music plays on from where it was. */
export function SeekBar({ className }: { className?: string }) {
  const track = useCurrentTrack()
  const position = usePlayer((state) => state.positionSeconds)
  const duration = usePlayer((state) => state.durationSeconds)
  const [dragged, setDragged] = useState<number | null>(null)
  const max = Math.max(Math.ceil(duration), 1)
  const shown = Math.min(dragged ?? position, max)

  return (
    <div className={className}>
      <span className="w-11 text-right text-xs text-ink-faint tabular-nums max-md:hidden">
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
        className="min-w-0 flex-1"
      />
      <span className="w-11 text-xs text-ink-faint tabular-nums max-md:hidden">
        {formatDuration(duration * 1000)}
      </span>
    </div>
  )
}
