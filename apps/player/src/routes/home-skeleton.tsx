import { CardSkeleton, Skeleton } from '@segue/ui'
import { messages } from '../lib/messages.ts'
import { cardRowClassName } from './card-row.tsx'
import { RowSkeletons } from './row-skeletons.tsx'
import { sectionSize } from './use-home.ts'

/** The shape of the sections of the first page, while they are on their way. */
export function HomeSkeleton() {
  return (
    <output aria-label={messages.home.loading} className="block">
      <CardsSkeleton />
      <CardsSkeleton />
      <div className="mb-9 gap-x-10 lg:grid lg:grid-cols-2">
        <RanksSkeleton />
        <RanksSkeleton className="max-lg:hidden" />
      </div>
    </output>
  )
}

function CardsSkeleton() {
  return (
    <div className="mb-9">
      <HeadingSkeleton />
      <div className={cardRowClassName}>
        {Array.from({ length: sectionSize }, (_, index) => (
          <div key={index} className="w-36 shrink-0 md:w-auto">
            <CardSkeleton />
          </div>
        ))}
      </div>
    </div>
  )
}

function RanksSkeleton({ className }: { className?: string }) {
  return (
    <div className={className}>
      <HeadingSkeleton />
      <RowSkeletons count={5} />
    </div>
  )
}

function HeadingSkeleton() {
  return (
    <div className="mb-3 flex h-6 items-center">
      <Skeleton className="h-4 w-40" />
    </div>
  )
}
