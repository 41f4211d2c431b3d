import { ensure } from '../../errors.ts'
import type { Page } from '../../trpc/page.ts'
import { mergeRouters, router, signedInProcedure } from '../../trpc/trpc.ts'
import { matchTracks, type TrackMatch } from './match-tracks.ts'
import { type TrackDto, type TrackFileDto, toTrackFileDto } from './track.dto.ts'
import { Track } from './track.entity.ts'
import {
  countTracks,
  type Facets,
  findTracks,
  listTracks,
  readFacets,
} from './tracks.repository.ts'
import {
  facetsSchema,
  matchTracksSchema,
  trackFilterSchema,
  trackIdSchema,
  trackListSchema,
} from './tracks.schema.ts'
import { tracksAdminRouter } from './tracks.admin.router.ts'

const tracksListenerRouter = router({
  /**
   * One page of the library: searched, filtered, sorted; from a cursor on, or behind as many rows
   * as `offset` tells. With `removed`, what was removed from it instead, for admins.
   * Errors: cursor_invalid, input_invalid for a cursor and an offset at once, forbidden.
   */
  list: signedInProcedure
    .input(trackListSchema)
    .query(({ ctx, input }): Promise<Page<TrackDto>> => {
      ensure(!input.removed || ctx.user.role === 'admin', 'forbidden')
      return listTracks(ctx.em, ctx.user.id, input)
    }),

  /** How many tracks the list has by these filters, exactly. Errors: forbidden. */
  count: signedInProcedure
    .input(trackFilterSchema.default({}))
    .query(async ({ ctx, input }): Promise<{ count: number }> => {
      ensure(!input.removed || ctx.user.role === 'admin', 'forbidden')
      return { count: await countTracks(ctx.em, ctx.user.id, input) }
    }),

  /** One track; NOT_FOUND once it was removed. */
  byId: signedInProcedure.input(trackIdSchema).query(async ({ ctx, input }): Promise<TrackDto> => {
    const [track] = await findTracks(ctx.em, ctx.user.id, [input.id])
    ensure(track?.available, 'not_found')
    return track
  }),

  /** What a track's file is like. Errors: not_found, once the track was removed. */
  file: signedInProcedure
    .input(trackIdSchema)
    .query(async ({ ctx, input }): Promise<TrackFileDto> => {
      const track = await ctx.em.findOneOrFail(Track, { id: input.id, removedAt: null })
      return toTrackFileDto(track)
    }),

  /**
   * The tracks of the library that a playlist from elsewhere means, one answer for each entry: by
   * id, else by the same title and artist, else by what is most like them, else none. Changes
   * nothing; a mutation, since no address could hold the question. Errors: rate_limited.
   */
  match: signedInProcedure
    .input(matchTracksSchema)
    .mutation(async ({ ctx, input }): Promise<{ matches: TrackMatch[] }> => ({
      matches: await matchTracks(ctx.em, ctx.user.id, input.entries),
    })),

  /** What the list can be filtered by. */
  facets: signedInProcedure
    .input(facetsSchema.default({}))
    .query(({ ctx, input }): Promise<Facets> => readFacets(ctx.em, input.q)),
})

export const tracksRouter = mergeRouters(tracksListenerRouter, tracksAdminRouter)
