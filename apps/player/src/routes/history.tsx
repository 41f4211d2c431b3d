import { Button, ConfirmDialog, EmptyState, showToast } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { History as HistoryIcon } from 'lucide-react'
import { useState } from 'react'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { queries, trpc } from '../lib/trpc.ts'
import { focusHeading, PageHeader } from './page-header.tsx'
import { PagedList } from './paged-list.tsx'
import { PlayTable } from './play-table.tsx'

export function History() {
  const list = trpc.history.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor, refetchOnMount: 'always' },
  )
  const hasPlays = (list.data?.pages[0]?.items.length ?? 0) > 0
  return (
    <>
      <PageHeader title={messages.nav.history}>
        {hasPlays && (
          <div className="flex items-center gap-4">
            <Link to="/listening" className="text-sm font-semibold text-accent hover:underline">
              {messages.listening.title}
            </Link>
            <ClearHistory />
          </div>
        )}
      </PageHeader>
      <PagedList
        list={list}
        loadingLabel={messages.history.loading}
        empty={
          <EmptyState
            icon={<HistoryIcon />}
            title={messages.history.emptyTitle}
            detail={messages.history.emptyDetail}
          />
        }
      >
        {(plays, paging) => <PlayTable plays={plays} {...paging} />}
      </PagedList>
    </>
  )
}

function ClearHistory() {
  const [isOpen, setIsOpen] = useState(false)
  const clear = trpc.history.clear.useMutation({
    async onSuccess() {
      setIsOpen(false)
      await queries.history.list.invalidate()
      showToast({ title: messages.history.cleared })
      focusHeading()
    },
  })
  return (
    <>
      <Button
        onClick={() => {
          clear.reset()
          setIsOpen(true)
        }}
      >
        {messages.history.clear}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={messages.history.clearTitle}
        detail={messages.history.clearDetail}
        confirmLabel={messages.history.clear}
        cancelLabel={messages.cancel}
        isDanger
        isBusy={clear.isPending}
        error={clear.error ? errorSentence(clear.error) : undefined}
        onConfirm={() => clear.mutate()}
      />
    </>
  )
}
