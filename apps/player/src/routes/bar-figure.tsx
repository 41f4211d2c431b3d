import { Skeleton } from '@segue/ui'
import { lazy, Suspense } from 'react'
import type { ListeningRow } from '../lib/listening-rows.ts'
import { ChartFigure } from './chart-figure.tsx'

const ListeningBars = lazy(async () => {
  const { ListeningBars } = await import('./listening-bars.tsx')
  return { default: ListeningBars }
})

export interface BarFigureProps {
  title: string
  /** What the first column of its table is. */
  head: string
  rows: readonly ListeningRow[]
}

/** A bar chart; what draws it comes after the figures do. */
export function BarFigure({ title, head, rows }: BarFigureProps) {
  return (
    <ChartFigure title={title} head={head} rows={rows}>
      <div className="h-56">
        <Suspense fallback={<Skeleton className="h-56 rounded-lg!" />}>
          <ListeningBars title={title} rows={rows} />
        </Suspense>
      </div>
    </ChartFigure>
  )
}
