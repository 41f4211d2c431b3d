import { sql } from 'kysely'

import type { Services } from '../../services.ts'
import { toDomainError } from '../../trpc/errors.ts'
import type { PlaylistDto } from './playlist.dto.ts'
import { isVisibleTo } from './playlist.sql.ts'
import { findPlaylist } from './playlists.repository.ts'

/**
 * The public playlist of an address, for its page.
 * @returns null when there is none, which covers private ones
 * @throws DomainError database_unavailable
 */
export async function findSharedPlaylist(
  { orm }: Services,
  slug: string,
): Promise<PlaylistDto | null> {
  try {
    return await findPlaylist(orm.em.fork(), sql`p.slug = ${slug} and ${isVisibleTo(null)}`)
  } catch (error) {
    const refusal = toDomainError(error)
    if (refusal.reason === 'not_found') return null
    throw refusal
  }
}
