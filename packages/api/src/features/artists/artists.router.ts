import { ensure } from '../../errors.ts'
import type { Page } from '../../trpc/page.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import type { ArtistDto } from './artist.dto.ts'
import { countArtists, findArtist, listArtists } from './artists.repository.ts'
import { artistFilterSchema, artistIdSchema, artistListSchema } from './artists.schema.ts'

export const artistsRouter = router({
  /**
   * The artists who perform an available track or made an album that holds one, by name unless told;
   * from a cursor on, or behind as many as `offset` tells.
   * Errors: cursor_invalid, input_invalid for a cursor and an offset at once.
   */
  list: signedInProcedure
    .input(artistListSchema)
    .query(({ ctx, input }): Promise<Page<ArtistDto>> => listArtists(ctx.em, input)),

  /** How many artists the list has by these filters, exactly. */
  count: signedInProcedure
    .input(artistFilterSchema.default({}))
    .query(async ({ ctx, input }): Promise<{ count: number }> => {
      return { count: await countArtists(ctx.em, input) }
    }),

  /** One of the artists that the list shows. Errors: not_found, while nothing of it is available. */
  byId: signedInProcedure
    .input(artistIdSchema)
    .query(async ({ ctx, input }): Promise<ArtistDto> => {
      const artist = await findArtist(ctx.em, input.id)
      ensure(artist, 'not_found')
      return artist
    }),
})
