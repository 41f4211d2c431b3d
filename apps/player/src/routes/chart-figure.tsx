import { Button } from '@segue/ui'
import { Table2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { ListeningRow } from '../lib/listening-rows.ts'
import { messages } from '../lib/messages.ts'
import { ListeningTable } from './listening-table.tsx'

export interface ChartFigureProps {
  title: string
  /** What the first column of its table is. */
  head: string
  rows: readonly ListeningRow[]
  children: ReactNode
}

/** A chart, or the same as a table, as one chooses. */
export function ChartFigure({ title, head, rows, children }: ChartFigureProps) {
  const [isTable, setIsTable] = useState(false)
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-10 min-w-0">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        <Button
          look="quiet"
          aria-pressed={isTable}
          aria-label={messages.listening.asTable(title)}
          title={messages.listening.asTable(title)}
          onClick={() => setIsTable(!isTable)}
          className="px-2.5! aria-pressed:bg-accent-wash aria-pressed:text-accent"
        >
          <Table2 aria-hidden className="size-4" />
        </Button>
      </div>
      {isTable ? <ListeningTable caption={title} head={head} rows={rows} /> : children}
    </section>
  )
}
