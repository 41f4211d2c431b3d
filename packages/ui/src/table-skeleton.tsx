import { Skeleton } from './skeleton.tsx'

export interface TableSkeletonProps {
  /** What is being loaded, for screen readers. */
  label: string
  rows?: number
}

/** The shape of a table of titles with covers, while its rows are on their way. */
export function TableSkeleton({ label, rows = 8 }: TableSkeletonProps) {
  return (
    <output aria-label={label} className="block md:pt-9">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-15 items-center gap-3 px-4">
          <Skeleton className="size-10" />
          <div className="flex-1 space-y-2">
            <Skeleton className={index % 2 === 0 ? 'h-3 w-2/5' : 'h-3 w-1/3'} />
            <Skeleton className={index % 3 === 0 ? 'h-2.5 w-1/4' : 'h-2.5 w-1/5'} />
          </div>
          <Skeleton className="h-3 w-10" />
        </div>
      ))}
    </output>
  )
}
