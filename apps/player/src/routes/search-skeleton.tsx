import { Skeleton } from '@segue/ui'
import { messages } from '../lib/messages.ts'
import { RowSkeletons } from './row-skeletons.tsx'

/** The shape of what a search finds, while it is on its way. */
export function SearchSkeleton() {
  return (
    <output
      aria-label={messages.search.loading}
      className="grid gap-x-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="mb-9">
        <Skeleton className="mb-3 h-6 w-28" />
        <Skeleton className="h-28 rounded-xl! md:h-36 lg:h-52" />
      </div>
      <div>
        <Skeleton className="mb-3 h-6 w-20" />
        <RowSkeletons count={6} />
      </div>
    </output>
  )
}
