import { EmptyState, Select } from '@segue/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChartColumn } from 'lucide-react'
import { useMemo } from 'react'
import { daySpan, type ListeningSearch, spans } from '../lib/listening-search.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { DownloadFigures } from './download-figures.tsx'
import { ListeningFigures } from './listening-figures.tsx'
import { ListeningSkeleton } from './listening-skeleton.tsx'
import { PageHeader } from './page-header.tsx'
import { PageProblem } from './page-problem.tsx'

/** What the listener heard in a span of time, added up. */
export function Listening() {
  const { listening } = messages
  const search = useSearch({ from: '/signed-in/listening' })
  const navigate = useNavigate({ from: '/listening' })
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const span = useMemo(() => daySpan(search), [search])
  const stats = trpc.history.stats.useQuery(
    { from: span.from?.toISOString(), to: span.to?.toISOString(), timeZone },
    { placeholderData: (kept) => kept, refetchOnMount: 'always' },
  )
  const years = yearsSince(stats.data?.firstPlayedAt ?? null)
  const hasPlays = stats.data !== undefined && stats.data.plays > 0
  return (
    <>
      <PageHeader title={listening.title}>
        <Select
          label={listening.span}
          value={search.year === undefined ? (search.span ?? 'all') : String(search.year)}
          options={[
            ...spans.map((value) => ({ value: value as string, label: listening.spans[value] })),
            ...years.map((year) => ({ value: String(year), label: String(year) })),
          ]}
          onValueChange={(value) => void navigate({ search: searchOf(value), replace: true })}
        />
      </PageHeader>
      {stats.isPending && <ListeningSkeleton />}
      {stats.isError && <PageProblem error={stats.error} onRetry={() => void stats.refetch()} />}
      {stats.data?.plays === 0 && (
        <EmptyState
          icon={<ChartColumn />}
          title={listening.emptyTitle}
          detail={listening.emptyDetail}
        />
      )}
      {hasPlays && (
        <>
          <ListeningFigures stats={stats.data} search={search} span={span} />
          <DownloadFigures stats={stats.data} />
        </>
      )}
    </>
  )
}

function searchOf(value: string): ListeningSearch {
  const span = spans.find((each) => each === value)
  if (span === undefined) return { year: Number(value) }
  return span === 'all' ? {} : { span }
}

/** The years since the first play, the last first. */
function yearsSince(firstPlayedAt: string | null): number[] {
  if (firstPlayedAt === null) return []
  const [first, last] = [new Date(firstPlayedAt).getFullYear(), new Date().getFullYear()]
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, back) => last - back)
}
