import { Skeleton } from '@segue/ui'

/** The shape of a cover, a title and an artist that are on their way. */
export function TrackSkeleton() {
  return (
    <div className="flex items-center gap-3">
      <Skeleton className="size-11 shrink-0" />
      <div className="min-w-0 flex-1 space-y-2">
        <Skeleton className="h-3 w-2/5 min-w-24" />
        <Skeleton className="h-2.5 w-1/4 min-w-16" />
      </div>
    </div>
  )
}
