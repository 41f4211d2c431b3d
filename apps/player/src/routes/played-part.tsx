import type { RouterOutputs } from '@segue/api'
import { formatDuration, VisuallyHidden } from '@segue/ui'
import { CircleCheck } from 'lucide-react'
import { messages } from '../lib/messages.ts'

type Play = RouterOutputs['history']['list']['items'][number]

/** How much of a track was heard, and whether that is all of it. */
export function PlayedPart({
  listenedMs,
  completed,
  track,
}: Pick<Play, 'listenedMs' | 'completed' | 'track'>) {
  return (
    <span className="inline-flex items-center justify-end gap-1.5 text-ink-faint tabular-nums">
      {completed && (
        <>
          <CircleCheck aria-hidden className="size-4 text-success" />
          <VisuallyHidden>{messages.history.completed}</VisuallyHidden>
        </>
      )}
      {formatDuration(listenedMs)} / {formatDuration(track.durationMs)}
    </span>
  )
}
