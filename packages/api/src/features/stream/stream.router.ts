import { createHash } from 'node:crypto'

import { raw, type SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import { ensure } from '../../errors.ts'
import type { PresignedGet } from '../../storage/object-storage.ts'
import type { Context } from '../../trpc/context.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import { Play } from '../history/play.entity.ts'
import { isCompleted } from '../history/play.policy.ts'
import { Track } from '../tracks/track.entity.ts'
import { canStream } from '../tracks/track.policy.ts'
import { type StreamDto, toStreamDto } from './stream.dto.ts'
import {
  playIdSchema,
  prepareSchema,
  reportSchema,
  type StartInput,
  startSchema,
} from './stream.schema.ts'

/** In one statement; loudness is partly the album's. */
const withAlbum = { populate: ['album'], strategy: 'joined' } as const

/** What of a UUIDv7 is its time, with a dash in it. */
const timeDigits = 13
const oldestPlayMs = 30 * 24 * 60 * 60 * 1000

export const streamRouter = router({
  /**
   * A link to listen by; the play is in the history before the answer leaves. With the `attemptId` of
   * a start before it gets that one's play. A play that was heard without the network is told of
   * later, with when it began: at most 30 days ago.
   * Errors: not_found, also for a removed track; store_unavailable; input_invalid.
   */
  start: signedInProcedure
    .input(startSchema)
    .mutation(async ({ ctx, input }): Promise<StreamDto & { playId: string }> => {
      const track = await ctx.em.findOneOrFail(Track, { id: input.trackId }, withAlbum)
      ensure(canStream(track), 'not_found')
      const playedAt = pastInstant(input.playedAt)
      const link = await presign(ctx, ctx.user.id, track)
      const isLate = input.playedAt !== undefined
      const id = newPlayId(ctx.user.id, input, isLate ? playedAt : undefined)
      const playId = await ctx.em.transactional(async (em) => {
        const opened = input.attemptId && (await findAttempt(em, ctx.user.id, id, isLate))
        if (opened) return opened
        await em.insert(Play, {
          id,
          user: ctx.user.id,
          track: track.id,
          playedAt,
          positionMs: 0,
          listenedMs: 0,
          completed: false,
          sourceKind: input.source?.kind ?? null,
          sourceId: input.source?.id ?? null,
        })
        await em.nativeUpdate(Track, { id: track.id }, { playCount: raw('play_count + 1') })
        return id
      })
      return { playId, ...toStreamDto(track, link) }
    }),

  /**
   * Links to warm what comes next, in the order asked for; leaves no history. Unknown and removed
   * tracks are left out. Errors: store_unavailable.
   */
  prepare: signedInProcedure
    .input(prepareSchema)
    .mutation(async ({ ctx, input }): Promise<{ items: (StreamDto & { trackId: string })[] }> => {
      const found = await ctx.em.find(Track, { id: { $in: input.trackIds } }, withAlbum)
      const tracks = new Map(found.filter(canStream).map((track) => [track.id, track]))
      const asked = [...new Set(input.trackIds)].flatMap((id) => tracks.get(id) ?? [])
      const items = await Promise.all(
        asked.map(async (track) => ({
          trackId: track.id,
          ...toStreamDto(track, await presign(ctx, ctx.user.id, track)),
        })),
      )
      return { items }
    }),

  /** A fresh link for the same play. Errors: not_found, for another's play too; store_unavailable. */
  renew: signedInProcedure
    .input(playIdSchema)
    .mutation(async ({ ctx, input }): Promise<{ url: string; expiresAt: string }> => {
      const play = await ctx.em.findOneOrFail(
        Play,
        { id: input.playId, user: ctx.user.id },
        { populate: ['track'], strategy: 'joined' },
      )
      const track = play.track.unwrap()
      ensure(canStream(track), 'not_found')
      const { url, expiresAt } = await presign(ctx, ctx.user.id, track)
      return { url, expiresAt: expiresAt.toISOString() }
    }),

  /**
   * How much of a play was heard. May come late, twice or out of order: the largest listenedMs
   * stands. Errors: not_found, for another's play too.
   */
  report: signedInProcedure
    .input(reportSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      const { playId, positionMs, listenedMs, ended = false } = input
      const play = await ctx.em.findOneOrFail(
        Play,
        { id: playId, user: ctx.user.id },
        { populate: ['track'], strategy: 'joined' },
      )
      const completed = isCompleted({ listenedMs, ended }, play.track.unwrap().durationMs)
      await ctx.em.execute(
        `update plays set
           position_ms = case when ? >= listened_ms then ? else position_ms end,
           listened_ms = greatest(listened_ms, ?),
           completed = completed or ?
         where id = ?`,
        [listenedMs, positionMs, listenedMs, completed, playId],
        'run',
      )
      return {}
    }),
})

/**
 * The play that this attempt has opened already: its id differs in the time alone. Only the last plays
 * are looked at, since a start is asked for again right away or never, and for a late one that of its
 * time. The same attempt made at once waits for the first.
 */
async function findAttempt(
  em: SqlEntityManager,
  userId: string,
  playId: string,
  isLate: boolean,
): Promise<string | undefined> {
  const attempt = playId.slice(timeDigits)
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [attempt])
  const last = await em.find(Play, { user: userId }, { orderBy: { id: 'desc' }, limit: 5 })
  const same = isLate ? await em.find(Play, { user: userId, id: playId }) : []
  return [...last, ...same].find(({ id }) => id.endsWith(attempt))?.id
}

/**
 * The history goes by ids: that of a play which is told of later has the time it began at. An attempt
 * is one of this listener and this track alone, whoever else may send the same.
 */
function newPlayId(
  userId: string,
  { attemptId, trackId }: StartInput,
  playedAt: Date | undefined,
): string {
  if (!attemptId && !playedAt) return v7()
  const attempt = [userId, trackId, attemptId].join(' ').toLowerCase()
  return v7({
    ...(attemptId && { random: createHash('sha256').update(attempt).digest() }),
    ...(playedAt && { msecs: playedAt.getTime() }),
  })
}

/**
 * When a play began. A device whose clock is fast means now.
 * @throws input_invalid for what is over 30 days ago
 */
function pastInstant(text: string | undefined): Date {
  const now = Date.now()
  const at = text === undefined ? now : Math.min(Date.parse(text), now)
  ensure(now - at <= oldestPlayMs, 'input_invalid')
  return new Date(at)
}

async function presign(ctx: Context, userId: string, track: Track): Promise<PresignedGet> {
  await ctx.services.storage.ensureAnswers()
  return ctx.services.storage.presignGet(track.objectKey, {
    origin: ctx.request.origin,
    listener: userId,
    contentType: track.contentType,
  })
}
