import { formatDuration } from '@segue/ui'
import { usePlayer } from './player-store.ts'

/** Where the music stands and how long it is, where there is no room for both ends of the bar. */
export function PlayedTime({ className }: { className?: string }) {
  const position = usePlayer((state) => Math.floor(state.positionSeconds))
  const duration = usePlayer((state) => state.durationSeconds)
  return (
    <span className={className}>
      {formatDuration(position * 1000)} / {formatDuration(duration * 1000)}
    </span>
  )
}
