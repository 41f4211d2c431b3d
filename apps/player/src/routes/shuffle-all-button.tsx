import { Button } from '@segue/ui'
import { Shuffle } from 'lucide-react'
import { shuffleList } from '../features/player/queue-commands.ts'
import type { PlayOrigin } from '../features/player/supply.ts'
import { messages } from '../lib/messages.ts'
import type { Track } from '../lib/track.ts'
import { usePlay } from './use-play.ts'

export interface ShuffleAllButtonProps {
  /** What has arrived of the list. */
  tracks: readonly Track[]
  origin: PlayOrigin
}

/** Plays all that a page shows by chance, also what has not arrived. */
export function ShuffleAllButton({ tracks, origin }: ShuffleAllButtonProps) {
  const playable = tracks.filter(({ available }) => available)
  const { isBusy, play } = usePlay(() => shuffleList(playable, origin))
  const isEmpty = playable.length === 0 && tracks.length > 0
  return (
    <Button disabled={isEmpty} isBusy={isBusy} onClick={play}>
      {!isBusy && <Shuffle aria-hidden className="size-4" />}
      {messages.modes.shuffleAll}
    </Button>
  )
}
