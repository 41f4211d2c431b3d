import { classNames, IconButton } from '@segue/ui'
import { Repeat, Repeat1 } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { cycleRepeat } from './modes.ts'
import { usePlayer } from './player-store.ts'

/** Repeats nothing, all or one; its name says which. */
export function RepeatButton() {
  const repeat = usePlayer((state) => state.repeat)
  const Icon = repeat === 'one' ? Repeat1 : Repeat
  return (
    <IconButton label={messages.modes.repeat[repeat]} size="sm" onClick={cycleRepeat}>
      <Icon
        aria-hidden
        className={classNames('size-[1.125rem]', repeat !== 'off' && 'text-accent')}
      />
    </IconButton>
  )
}
