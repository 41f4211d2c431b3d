import { EmptyState } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { messages } from '../lib/messages.ts'

export function NotFound() {
  return (
    <EmptyState headingLevel={1} icon={<Compass />} title={messages.notFound.title}>
      <Link to="/" className="font-semibold text-accent hover:underline">
        {messages.notFound.home}
      </Link>
    </EmptyState>
  )
}
