import { Link } from '@tanstack/react-router'
import { messages } from '../../lib/messages.ts'
import { usePlayer } from './player-store.ts'
import type { Supply } from './supply.ts'

type From = NonNullable<Supply['from']>

const look = 'truncate rounded-sm font-medium text-ink hover:underline'

/** The list that what plays comes from, leading there. */
export function PlayingFrom() {
  const { source, from } = usePlayer((state) => state.supply)
  const { queue } = messages
  const shown =
    from ?? (source && source.kind !== 'queue' ? { ...source, kind: source.kind } : null)
  if (!shown) return null
  return (
    <p className="mb-3 flex gap-1.5 text-sm text-ink-soft">
      <span className="shrink-0">{queue.from}</span>
      <FromLink from={shown} />
    </p>
  )
}

function FromLink({ from: { kind, id, name } }: { from: From }) {
  const label = name || messages.queue.kinds[kind]
  if (id !== undefined && kind === 'artist')
    return (
      <Link to="/artists/$id" params={{ id }} className={look}>
        {label}
      </Link>
    )
  if (id !== undefined && kind === 'album')
    return (
      <Link to="/albums/$id" params={{ id }} className={look}>
        {label}
      </Link>
    )
  if (id !== undefined && kind === 'playlist')
    return (
      <Link to="/playlists/$id" params={{ id }} className={look}>
        {label}
      </Link>
    )
  if (kind === 'genre')
    return (
      <Link to="/tracks" search={{ genre: name }} className={look}>
        {label}
      </Link>
    )
  if (kind === 'search')
    return (
      <Link to="/tracks" search={{ q: name }} className={look}>
        {label}
      </Link>
    )
  if (kind === 'favorites')
    return (
      <Link to="/favorites" className={look}>
        {label}
      </Link>
    )
  if (kind === 'history')
    return (
      <Link to="/history" className={look}>
        {label}
      </Link>
    )
  return (
    <Link to="/tracks" className={look}>
      {label}
    </Link>
  )
}
