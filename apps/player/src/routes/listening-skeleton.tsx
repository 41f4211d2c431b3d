import { Skeleton } from '@segue/ui'
import { messages } from '../lib/messages.ts'

/** The shape of the figures, while they are added up. */
export function ListeningSkeleton() {
  return (
    <output aria-label={messages.listening.loading} className="block">
      <div className="mb-8 grid grid-cols-2 gap-3 md:grid-cols-5">
        {Array.from({ length: 5 }, (_, index) => (
          <Skeleton key={index} className="h-22 rounded-lg!" />
        ))}
      </div>
      <Skeleton className="mb-3 h-6 w-40" />
      <Skeleton className="mb-10 h-44 rounded-lg!" />
      <div className="grid gap-8 lg:grid-cols-2">
        <Skeleton className="h-64 rounded-lg!" />
        <Skeleton className="h-64 rounded-lg!" />
      </div>
    </output>
  )
}
