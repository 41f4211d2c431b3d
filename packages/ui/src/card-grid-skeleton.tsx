import { cardColumns } from './card-columns.ts'
import { CardSkeleton } from './card-skeleton.tsx'

export interface CardGridSkeletonProps {
  /** What is being loaded, for screen readers. */
  label: string
  isRound?: boolean
}

/** The shape of a grid of cards, while all of them are on their way. */
export function CardGridSkeleton({ label, isRound }: CardGridSkeletonProps) {
  return (
    <output aria-label={label} className={cardColumns}>
      {Array.from({ length: 12 }, (_, index) => (
        <span key={index} className="block min-w-0 pb-6">
          <CardSkeleton isRound={isRound} />
        </span>
      ))}
    </output>
  )
}
