import { Link } from '@tanstack/react-router'
import { CloudOff } from 'lucide-react'
import { useConnection } from '../../lib/connection.ts'
import { messages } from '../../lib/messages.ts'

const { offline } = messages

/** Says that the server can't be reached, and leads to what plays without it. It moves nothing. */
export function OfflinePill() {
  const isOnline = useConnection((state) => state.isOnline)
  return (
    <output className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bar-height)+var(--nav-height)+0.75rem)] z-20 flex justify-center px-4 md:left-58">
      {!isOnline && (
        <Link
          to="/offline"
          className="pointer-events-auto flex items-center gap-2 rounded-full border border-line bg-raised px-4 py-1.5 text-sm font-medium text-ink shadow-popup hover:border-line-strong"
        >
          <CloudOff aria-hidden className="size-4 shrink-0 text-ink-soft" />
          {offline.banner}
        </Link>
      )}
    </output>
  )
}
