import { ensure } from '../../errors.ts'
import type { Page } from '../../trpc/page.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import type { AlbumDto } from './album.dto.ts'
import { findAlbum, listAlbums } from './albums.repository.ts'
import { albumIdSchema, albumListSchema } from './albums.schema.ts'

export const albumsRouter = router({
  /**
   * The albums that hold an available track, by title unless told; `artistId` leaves those that are
   * its own. Their tracks come from `tracks.list`, in order by `sort: 'album'`.
   * Errors: cursor_invalid.
   */
  list: signedInProcedure
    .input(albumListSchema)
    .query(({ ctx, input }): Promise<Page<AlbumDto>> => listAlbums(ctx.em, input)),

  /** One of the albums that the list shows. Errors: not_found, while none of its tracks is available. */
  byId: signedInProcedure.input(albumIdSchema).query(async ({ ctx, input }): Promise<AlbumDto> => {
    const album = await findAlbum(ctx.em, input.id)
    ensure(album, 'not_found')
    return album
  }),
})
