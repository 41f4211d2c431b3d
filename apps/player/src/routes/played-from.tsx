import type { RouterOutputs } from '@segue/api'
import { Link } from '@tanstack/react-router'
import { messages } from '../lib/messages.ts'

type Source = RouterOutputs['history']['list']['items'][number]['source']

/** Where a play was begun from; leads there where it still is. */
export function PlayedFrom({ source }: { source: Source }) {
  if (source === null) return null
  const { kind, id, name } = source
  if (id === null || name === null) return messages.history.sources[kind]
  return (
    <Link
      to={kind === 'album' ? '/albums/$id' : '/playlists/$id'}
      params={{ id }}
      className="rounded-sm hover:text-ink hover:underline"
    >
      {name}
    </Link>
  )
}
