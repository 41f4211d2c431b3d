import { CollectionCard, type CollectionCardProps } from './collection-card.tsx'
import { RoundPlay } from './round-play.tsx'
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
        <RoundPlay
          name={card.name}
          isBusy={isBusy}
          onPlay={play}
          className="pointer-events-auto opacity-0 group-hover/card:opacity-100 focus-visible:opacity-100 aria-busy:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100"
        />
      </div>
    </div>
  )
}
