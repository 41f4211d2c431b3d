import { EmptyState } from '@segue/ui'
import { useQuery } from '@tanstack/react-query'
import { CloudDownload } from 'lucide-react'
import { useEffect } from 'react'
import { KeptList } from '../features/offline/kept-list.tsx'
import { formatBytes } from '../lib/format-bytes.ts'
import { messages } from '../lib/messages.ts'
import { keptBytes, loadKept, useKept } from '../lib/offline/kept.ts'
import { PageHeader } from './page-header.tsx'

const { offline } = messages

/** What is kept on this device and plays without the network. */
export function Offline() {
  const collections = useKept((state) => state.collections)
  const used = useKept(keptBytes)
  useEffect(() => void loadKept(), [])
  return (
    <>
      <PageHeader title={offline.pageTitle} />
      {collections.length === 0 ? (
        <EmptyState
          icon={<CloudDownload />}
          title={offline.emptyTitle}
          detail={offline.emptyDetail}
        />
      ) : (
        <>
          <Room used={used} />
          <KeptList collections={collections} />
        </>
      )}
    </>
  )
}

/** How much is kept, and how much there is room for. */
function Room({ used }: { used: number }) {
  const estimate = useQuery({
    queryKey: ['room', used],
    queryFn: () => navigator.storage.estimate(),
  })
  const { quota = 0, usage = 0 } = estimate.data ?? {}
  return (
    <p className="mb-2 min-h-5 text-sm text-ink-soft">
      {estimate.data && offline.room(formatBytes(used), formatBytes(Math.max(0, quota - usage)))}
    </p>
  )
}
