import { Skeleton, TableSkeleton } from '@segue/ui'
import { messages } from '../lib/messages.ts'

/** The shape of a page about one thing that has tracks, while it is on its way. */
export function CollectionSkeleton() {
  return (
    <>
      <div className="mb-6 flex items-center gap-4 max-sm:flex-col md:gap-7">
        <Skeleton className="size-44 rounded-lg md:size-52" />
        <div className="w-full max-w-sm space-y-3">
          <Skeleton className="h-3 w-20 max-sm:mx-auto" />
          <Skeleton className="h-7 w-full" />
          <Skeleton className="h-3 w-40 max-sm:mx-auto" />
        </div>
      </div>
      <TableSkeleton label={messages.collection.loading} rows={5} />
    </>
  )
}
