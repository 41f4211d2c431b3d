import { sql } from 'kysely'

import { searchPatterns } from '../../text/search-patterns.ts'
import type { OrderColumn } from '../../trpc/keyset.ts'
import { listMark, type Page } from '../../trpc/page.ts'
import { adminProcedure, router } from '../../trpc/trpc.ts'
import { listenersLike } from '../auth/listener.sql.ts'
import { updatePlaylist } from './change-playlist.ts'
import type { PlaylistDto } from './playlist.dto.ts'
import { nameLike } from './playlist.sql.ts'
import { findPlaylist, listPlaylists } from './playlists.repository.ts'
import {
  type AdminPlaylistListInput,
  adminPlaylistListSchema,
  removePlaylistsSchema,
  updatePlaylistSchema,
} from './playlists.schema.ts'

const oldest: OrderColumn = { expression: sql`p.id`, type: 'uuid' }
const newest: OrderColumn = { ...oldest, isDescending: true }
const updated: OrderColumn = {
  expression: sql`p.updated_at`,
  type: 'timestamptz',
  isDescending: true,
}

const orders: Record<AdminPlaylistListInput['sort'], OrderColumn[]> = {
  newest: [newest],
  oldest: [oldest],
  name: [{ expression: sql`lower(p.name)`, type: 'text' }, oldest],
  updated: [updated, newest],
}

export const playlistsAdminRouter = router({
  /**
   * Everybody's playlists, private ones too. Each word of `q` occurs in the name or in the owner's
   * nickname or e-mail. Errors: cursor_invalid.
   */
  list: adminProcedure
    .input(adminPlaylistListSchema)
    .query(({ ctx, input }): Promise<Page<PlaylistDto>> => {
      const { cursor, limit, ...options } = input
      const conditions = searchPatterns(input.q ?? '').map(
        (pattern) => sql`(${nameLike(pattern)} or p.owner_id in ${listenersLike(pattern)})`,
      )
      if (input.userId) conditions.push(sql`p.owner_id = ${input.userId}::uuid`)
      if (input.isPublic !== undefined) conditions.push(sql`p.is_public = ${input.isPublic}`)
      const mark = listMark('admin.playlists.list', options)
      return listPlaylists(ctx.em, { mark, columns: orders[input.sort], conditions, cursor, limit })
    }),

  /** Changes what is given. Errors: not_found. */
  update: adminProcedure
    .input(updatePlaylistSchema)
    .mutation(async ({ ctx, input }): Promise<PlaylistDto> => {
      await updatePlaylist(ctx.em, undefined, input)
      return findPlaylist(ctx.em, sql`p.id = ${input.id}::uuid`)
    }),

  /** Removes playlists with their entries; counts those that were there. */
  remove: adminProcedure
    .input(removePlaylistsSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      // Locked in one order, or two calls at once could wait for each other.
      const { numAffectedRows } = await sql`
        with going as (
          select id from playlists where id = any(${input.ids}::uuid[]) order by id for update
        )
        delete from playlists p using going where p.id = going.id`.execute(ctx.em.getKysely())
      const count = Number(numAffectedRows ?? 0)
      if (count > 0) ctx.note('rows_removed', { userId: ctx.user.id, kind: 'playlists', count })
      return { count }
    }),
})
