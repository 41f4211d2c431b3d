import { classNames } from './class-names.ts'
import { Skeleton } from './skeleton.tsx'

export interface CardSkeletonProps {
  isRound?: boolean
  /** As in `Skeleton`. */
  isStill?: boolean
}

/** The shape of a card, while it is on its way. */
export function CardSkeleton({ isRound = false, isStill }: CardSkeletonProps) {
  return (
    <>
      <Skeleton
        isStill={isStill}
        className={classNames('aspect-square w-full', isRound ? 'rounded-full!' : 'rounded-md!')}
      />
      {/* As high as the words: a name and a line below it. */}
      <span className="mt-2.5 flex h-5 items-center text-sm">
        <Skeleton isStill={isStill} className="h-3 w-3/4" />
      </span>
      <span className="flex h-5 items-center">
        <Skeleton isStill={isStill} className="h-2.5 w-1/2" />
      </span>
    </>
  )
}
