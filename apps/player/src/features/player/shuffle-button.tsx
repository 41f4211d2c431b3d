import { classNames, IconButton } from '@segue/ui'
import { Shuffle } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { toggleShuffle } from './modes.ts'
import { usePlayer } from './player-store.ts'

/** Lets what follows come by chance; pressed while it does. */
export function ShuffleButton() {
  const isShuffled = usePlayer((state) => state.isShuffled)
  return (
    <IconButton
      label={messages.modes.shuffle}
      aria-pressed={isShuffled}
      size="sm"
      onClick={toggleShuffle}
    >
      <Shuffle aria-hidden className={classNames('size-[1.125rem]', isShuffled && 'text-accent')} />
    </IconButton>
  )
}
