import { EmptyState } from '@segue/ui'
import { Music } from 'lucide-react'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { HomeGreeting } from './home-greeting.tsx'
import { HomeHero } from './home-hero.tsx'
import { HomeSections } from './home-sections.tsx'
import { HomeSkeleton } from './home-skeleton.tsx'
import { ListProblem } from './list-problem.tsx'
import { PageProblem } from './page-problem.tsx'
import { useHome } from './use-home.ts'

/** The page one comes to first: music at one press, what was heard, what is new. */
export function Home() {
  const { isPending, isEmpty, error, isFetching, retry, sections } = useHome()
  return (
    <>
      <HomeGreeting />
      {isEmpty ? <EmptyLibrary /> : <HomeHero />}
      {isPending && <HomeSkeleton />}
      {error !== null && sections === null && <PageProblem error={error} onRetry={retry} />}
      {sections !== null && !isEmpty && <HomeSections {...sections} />}
      {error !== null && sections !== null && (
        <ListProblem error={error} isBusy={isFetching} onRetry={retry} />
      )}
    </>
  )
}

function EmptyLibrary() {
  const { home } = messages
  const { data } = trpc.auth.session.useQuery()
  const isAdmin = data?.user?.role === 'admin'
  return (
    <EmptyState
      icon={<Music />}
      title={home.emptyTitle}
      detail={isAdmin ? home.emptyAdminDetail : home.emptyDetail}
    >
      {isAdmin && (
        <a
          href="/admin/"
          className="rounded-md bg-accent px-4 py-2.5 text-sm font-semibold text-on-accent hover:bg-accent-hover"
        >
          {home.addMusic}
        </a>
      )}
    </EmptyState>
  )
}
