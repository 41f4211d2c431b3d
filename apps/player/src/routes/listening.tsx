import { EmptyState, Select, TableSkeleton } from '@segue/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChartColumn } from 'lucide-react'
import { beginOf, type Span, spans } from '../lib/listening-search.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { ListeningFigures } from './listening-figures.tsx'
import { PageHeader } from './page-header.tsx'
import { PageProblem } from './page-problem.tsx'

const { listening } = messages

/** What the listener heard in a span of time, added up. */
export function Listening() {
  const { span = 'all' } = useSearch({ from: '/signed-in/listening' })
  const navigate = useNavigate({ from: '/listening' })
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const stats = trpc.history.stats.useQuery(
    { from: beginOf(span), timeZone },
    { placeholderData: (kept) => kept, refetchOnMount: 'always' },
  )
  return (
    <>
      <PageHeader title={listening.title}>
        <Select
          label={listening.span}
          value={span}
          options={spans.map((value) => ({ value, label: listening.spans[value] }))}
          onValueChange={(value) =>
            void navigate({
              search: value === 'all' ? {} : { span: value as Span },
              replace: true,
            })
          }
        />
      </PageHeader>
      {stats.isPending && <TableSkeleton label={listening.loading} />}
      {stats.isError && <PageProblem error={stats.error} onRetry={() => void stats.refetch()} />}
      {stats.data?.plays === 0 && (
        <EmptyState
          icon={<ChartColumn />}
          title={listening.emptyTitle}
          detail={listening.emptyDetail}
        />
      )}
      {stats.data && stats.data.plays > 0 && <ListeningFigures stats={stats.data} />}
    </>
  )
}
