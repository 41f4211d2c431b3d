import { Spinner } from '@segue/ui'
import { Play } from 'lucide-react'
import { messages } from '../lib/messages.ts'
import { CollectionCard, type CollectionCardProps } from './collection-card.tsx'
import { usePlay } from './use-play.ts'

export interface PlayableCardProps extends CollectionCardProps {
  /** Answers whether there was anything to play. */
  onPlay(): Promise<boolean>
}

/** A card that leads to its page, and plays by the button on its picture. */
export function PlayableCard({ onPlay, ...card }: PlayableCardProps) {
  const { isBusy, play } = usePlay(onPlay)
  return (
    <div className="group/card relative">
      <CollectionCard {...card} />
      <div className="pointer-events-none absolute inset-x-0 top-0 flex aspect-square items-end justify-end p-2">
        <button
          type="button"
          aria-label={messages.row.play(card.name)}
          aria-busy={isBusy || undefined}
          onClick={play}
          className="pointer-events-auto flex size-11 items-center justify-center rounded-full bg-accent text-on-accent opacity-0 shadow-popup transition-opacity duration-150 group-hover/card:opacity-100 hover:bg-accent-hover focus-visible:opacity-100 aria-busy:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100"
        >
          {isBusy ? (
            <Spinner className="size-5" />
          ) : (
            <Play aria-hidden className="size-5 translate-x-px fill-current" />
          )}
        </button>
      </div>
    </div>
  )
}
