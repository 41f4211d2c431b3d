import { sql } from 'kysely'

import { listMark, type Page } from '../../trpc/page.ts'
import { publicProcedure, router, signedInProcedure } from '../../trpc/trpc.ts'
import { addTracks, moveEntries, removeEntries, restoreEntries } from './change-entries.ts'
import { createPlaylist, updatePlaylist } from './change-playlist.ts'
import { duplicatePlaylist } from './duplicate-playlist.ts'
import { inTurn } from './in-turn.ts'
import type { DeletedPlaylistDto, PlaylistDto } from './playlist.dto.ts'
import { listShuffledEntries } from './list-shuffled-entries.ts'
import { isVisibleTo, nameMatches } from './playlist.sql.ts'
import type { PlaylistEntryDto } from './playlist-entry.dto.ts'
import {
  findContained,
  findPlaylist,
  listDeletedPlaylists,
  listEntries,
  listPlaylists,
} from './playlists.repository.ts'
import {
  addTracksSchema,
  containedTracksSchema,
  createPlaylistSchema,
  duplicatePlaylistSchema,
  entriesSchema,
  moveEntriesSchema,
  playlistIdSchema,
  playlistListSchema,
  playlistTracksSchema,
  slugSchema,
  updatePlaylistSchema,
} from './playlists.schema.ts'
import { removePlaylist, restorePlaylist } from './remove-playlist.ts'

/** A listener's changes of playlists, one after the other. */
const changingProcedure = signedInProcedure.use(({ ctx, next }) =>
  inTurn(ctx.services, ctx.user.id, () => next()),
)

/**
 * Playlists. Another's private one is not_found everywhere, as one that does not exist; so are the
 * public ones of a disabled owner, and another's public one where only its owner may do something.
 */
export const playlistsRouter = router({
  /** A new, empty playlist of the caller's. Errors: input_invalid, also for one too many. */
  create: changingProcedure
    .input(createPlaylistSchema)
    .mutation(async ({ ctx, input }): Promise<PlaylistDto> => {
      const id = await createPlaylist(ctx.em, ctx.user.id, input)
      return findPlaylist(ctx.em, sql`p.id = ${id}::uuid`)
    }),

  /**
   * The caller's own playlists, the newest first; each word of `q` occurs in the name.
   * Errors: cursor_invalid.
   */
  list: signedInProcedure
    .input(playlistListSchema)
    .query(({ ctx, input }): Promise<Page<PlaylistDto>> => {
      const { cursor, limit, q = '' } = input
      const userId = ctx.user.id
      return listPlaylists(ctx.em, {
        cursor,
        limit,
        mark: listMark('playlists.list', { userId, q: q || undefined }),
        columns: [{ expression: sql`p.id`, type: 'uuid', isDescending: true }],
        conditions: [sql`p.owner_id = ${userId}::uuid`, ...nameMatches(q)],
      })
    }),

  /**
   * What the caller has removed and may `restore`, the last removed first: 100 at most. `keptUntil`
   * is a month after the removal.
   */
  deleted: signedInProcedure.query(({ ctx }): Promise<DeletedPlaylistDto[]> =>
    listDeletedPlaylists(ctx.em, ctx.user.id),
  ),

  /** One playlist, the caller's or a public one. Errors: not_found. */
  byId: publicProcedure
    .input(playlistIdSchema)
    .query(async ({ ctx, input }): Promise<PlaylistDto> => {
      const caller = await ctx.caller()
      const isVisible = isVisibleTo(caller?.user.id ?? null)
      return findPlaylist(ctx.em, sql`p.id = ${input.id}::uuid and ${isVisible}`)
    }),

  /** A public playlist by the end of its page's address. Errors: not_found. */
  bySlug: publicProcedure.input(slugSchema).query(async ({ ctx, input }): Promise<PlaylistDto> => {
    await ctx.caller()
    return findPlaylist(ctx.em, sql`p.slug = ${input.slug} and ${isVisibleTo(null)}`)
  }),

  /**
   * What is to be shown at a public page's address; null, where `bySlug` is not_found: for who asks
   * whether there is something, that is an answer and no failure.
   */
  shared: publicProcedure
    .input(slugSchema)
    .query(async ({ ctx, input }): Promise<{ playlist: PlaylistDto | null }> => {
      await ctx.caller()
      const conditions = [sql`p.slug = ${input.slug}`, isVisibleTo(null)]
      const columns = [{ expression: sql`p.id`, type: 'uuid' as const }]
      const mark = listMark('playlists.shared', {})
      const { items } = await listPlaylists(ctx.em, { mark, columns, conditions, limit: 1 })
      return { playlist: items[0] ?? null }
    }),

  /**
   * The entries of a playlist, the caller's or a public one, in order; those of removed tracks keep
   * their places. Nothing is a favourite of who is signed out. Errors: not_found, cursor_invalid.
   */
  tracks: publicProcedure
    .input(playlistTracksSchema)
    .query(async ({ ctx, input }): Promise<Page<PlaylistEntryDto>> => {
      const caller = await ctx.caller()
      const userId = caller?.user.id ?? null
      const { seed } = input
      return seed === undefined
        ? listEntries(ctx.em, userId, input)
        : listShuffledEntries(ctx.em, userId, { ...input, seed })
    }),

  /** Changes what is given. Errors: not_found. */
  update: changingProcedure
    .input(updatePlaylistSchema)
    .mutation(async ({ ctx, input }): Promise<PlaylistDto> => {
      await updatePlaylist(ctx.em, ctx.user.id, input)
      return findPlaylist(ctx.em, sql`p.id = ${input.id}::uuid`)
    }),

  /** Removes a playlist with its entries; `restore` brings it back within a month. Errors: not_found. */
  remove: changingProcedure
    .input(playlistIdSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await removePlaylist(ctx.em, ctx.user.id, input.id)
      return {}
    }),

  /** Brings a removed playlist back as it was. Errors: not_found, input_invalid for one too many. */
  restore: changingProcedure
    .input(playlistIdSchema)
    .mutation(async ({ ctx, input }): Promise<PlaylistDto> => {
      await restorePlaylist(ctx.em, ctx.user.id, input.id)
      return findPlaylist(ctx.em, sql`p.id = ${input.id}::uuid`)
    }),

  /**
   * A private copy, the caller's, of a playlist that they may see. Errors: not_found, input_invalid
   * for one too many.
   */
  duplicate: changingProcedure
    .input(duplicatePlaylistSchema)
    .mutation(async ({ ctx, input }): Promise<PlaylistDto> => {
      const id = await duplicatePlaylist(ctx.em, ctx.user.id, input)
      return findPlaylist(ctx.em, sql`p.id = ${id}::uuid`)
    }),

  /** Which of the tracks are in the caller's playlist already. Errors: not_found. */
  contains: signedInProcedure
    .input(containedTracksSchema)
    .query(({ ctx, input }): Promise<{ trackIds: string[] }> =>
      findContained(ctx.em, ctx.user.id, input),
    ),

  /**
   * Appends tracks; with `skip` those that are not in it yet, each once. All or none: input_invalid
   * when they are too many, not_found when one is not in the library (a removed one is not).
   * `entryIds` are the new entries.
   */
  add: changingProcedure
    .input(addTracksSchema)
    .mutation(
      ({ ctx, input }): Promise<{ added: number; trackCount: number; entryIds: string[] }> =>
        addTracks(ctx.em, ctx.user.id, input),
    ),

  /**
   * Takes entries out, which `restoreEntries` undoes within a month; those that are not in it (any
   * more) do not count. Errors: not_found.
   */
  removeTracks: changingProcedure
    .input(entriesSchema)
    .mutation(({ ctx, input }): Promise<{ removed: number; trackCount: number }> =>
      removeEntries(ctx.em, ctx.user.id, input),
    ),

  /**
   * Puts entries that were taken out back to where they were, with the time they were added at;
   * others do not count. Errors: not_found, input_invalid when they are too many by now.
   */
  restoreEntries: changingProcedure
    .input(entriesSchema)
    .mutation(({ ctx, input }): Promise<{ restored: number; trackCount: number }> =>
      restoreEntries(ctx.em, ctx.user.id, input),
    ),

  /**
   * Moves entries, in the order given, before another one, or right after one; neither: to the end.
   * All or none: not_found when any is not in the playlist, input_invalid when the other one is to
   * move itself.
   */
  move: changingProcedure
    .input(moveEntriesSchema)
    .mutation(({ ctx, input }): Promise<Record<string, never>> =>
      moveEntries(ctx.em, ctx.user.id, input),
    ),
})
