import { EmptyState } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { PageTitle } from '../features/player/page-title.tsx'
import { messages } from '../lib/messages.ts'

export function NotFound() {
  return (
    <>
      <PageTitle page={messages.notFound.title} />
      <EmptyState headingLevel={1} icon={<Compass />} title={messages.notFound.title}>
        <Link to="/tracks" className="font-semibold text-accent hover:underline">
          {messages.notFound.home}
        </Link>
      </EmptyState>
    </>
  )
}
