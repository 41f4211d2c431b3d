import { ensure } from '../../errors.ts'
import type { Page } from '../../trpc/page.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import type { AlbumDto, AlbumPageDto } from './album.dto.ts'
import { countAlbums, findAlbum, listAlbums } from './albums.repository.ts'
import { albumFilterSchema, albumIdSchema, albumListSchema } from './albums.schema.ts'

export const albumsRouter = router({
  /**
   * The albums that hold an available track, by title unless told; `artistId` leaves those that are
   * its own. From a cursor on, or behind as many as `offset` tells. Their tracks come from
   * `tracks.list`, in order by `sort: 'album'`.
   * Errors: cursor_invalid, input_invalid for a cursor and an offset at once.
   */
  list: signedInProcedure
    .input(albumListSchema)
    .query(({ ctx, input }): Promise<Page<AlbumDto>> => listAlbums(ctx.em, input)),

  /** How many albums the list has by these filters, exactly. */
  count: signedInProcedure
    .input(albumFilterSchema.default({}))
    .query(async ({ ctx, input }): Promise<{ count: number }> => {
      return { count: await countAlbums(ctx.em, input) }
    }),

  /**
   * One of the albums that the list shows, with how many tracks each of its discs has.
   * Errors: not_found, while none of its tracks is available.
   */
  byId: signedInProcedure
    .input(albumIdSchema)
    .query(async ({ ctx, input }): Promise<AlbumPageDto> => {
      const album = await findAlbum(ctx.em, input.id)
      ensure(album, 'not_found')
      return album
    }),
})
