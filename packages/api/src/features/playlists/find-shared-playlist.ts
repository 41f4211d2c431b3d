import { sql } from 'kysely'

import type { Context } from '../../trpc/context.ts'
import { countCall } from '../../trpc/count-call.ts'
import { toDomainError } from '../../trpc/errors.ts'
import type { PlaylistDto } from './playlist.dto.ts'
import { isVisibleTo } from './playlist.sql.ts'
import { findPlaylist } from './playlists.repository.ts'

/**
 * The public playlist of an address, for its page. Counts as a call.
 * @returns null when there is none, which covers private ones
 * @throws DomainError database_unavailable, rate_limited
 */
export async function findSharedPlaylist(ctx: Context, slug: string): Promise<PlaylistDto | null> {
  try {
    await countCall(ctx)
    const em = ctx.services.orm.em.fork()
    return await findPlaylist(em, sql`p.slug = ${slug} and ${isVisibleTo(null)}`)
  } catch (error) {
    const refusal = toDomainError(error)
    if (refusal.reason === 'not_found') return null
    throw refusal
  }
}
