import type { LinkProps } from '@tanstack/react-router'
import type { TopResult } from '../lib/search-results.ts'
import { trackLink } from './home-recent.tsx'

/** The page of what was found. */
export function linkOfResult({ kind, item }: TopResult): Pick<LinkProps, 'to' | 'params'> {
  const params = { id: item.id }
  if (kind === 'artist') return { to: '/artists/$id', params }
  if (kind === 'album') return { to: '/albums/$id', params }
  return kind === 'playlist' ? { to: '/playlists/$id', params } : trackLink(item)
}
