import { EmptyState } from '@segue/ui'
import { CloudDownload } from 'lucide-react'
import { messages } from '../lib/messages.ts'
import { PageHeader } from './page-header.tsx'

const { offline } = messages

/** What is kept on this device and plays without the network. */
export function Offline() {
  return (
    <>
      <PageHeader title={offline.pageTitle} />
      <EmptyState
        icon={<CloudDownload />}
        title={offline.emptyTitle}
        detail={offline.emptyDetail}
      />
    </>
  )
}
