import { classNames, Spinner } from '@segue/ui'
import { Play } from 'lucide-react'
import { messages } from '../lib/messages.ts'

export interface RoundPlayProps {
  /** What it plays. */
  name: string
  isBusy: boolean
  onPlay(): void
  className?: string
}

/** Plays a thing that is shown, by a round button over or beside its picture. */
export function RoundPlay({ name, isBusy, onPlay, className }: RoundPlayProps) {
  return (
    <button
      type="button"
      aria-label={messages.row.play(name)}
      aria-busy={isBusy || undefined}
      onClick={onPlay}
      className={classNames(
        'flex size-11 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent shadow-popup transition-opacity duration-150 hover:bg-accent-hover',
        className,
      )}
    >
      {isBusy ? (
        <Spinner className="size-5" />
      ) : (
        <Play aria-hidden className="size-5 translate-x-px fill-current" />
      )}
    </button>
  )
}
