import { Skeleton } from '@segue/ui'

/** The shape of so many rows, each with a cover and two lines. */
export function RowSkeletons({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className="flex h-15 items-center gap-3">
      <Skeleton className="size-11" />
      <div className="flex-1 space-y-2">
        <Skeleton className="h-3 w-2/5" />
        <Skeleton className="h-3 w-1/4" />
      </div>
    </div>
  ))
}
