import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { ensure } from '../../errors.ts'
import { canStream } from '../tracks/track.policy.ts'
import { Track } from '../tracks/track.entity.ts'
import { Favorite } from './favorite.entity.ts'

/**
 * Marks a track as a favourite of that user, or no more; simultaneous calls take their turns.
 * Errors: not_found, for a removed track too unless its mark stays or goes.
 * @param wish what it shall be; without it, the other of what it is
 * @returns whether it is one now
 */
export function setFavorite(
  em: SqlEntityManager,
  { userId, trackId }: { userId: string; trackId: string },
  wish?: boolean,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const track = await tx.findOneOrFail(Track, { id: trackId }, { fields: ['removedAt'] })
    const turn = sql`hashtextextended(${`favorite ${userId} ${trackId}`}, 0)`
    await sql`select pg_advisory_xact_lock(${turn})`.execute(tx.getKysely())
    const key = { user: userId, track: trackId }
    const isFavorite = (await tx.count(Favorite, key)) > 0
    const shallBe = wish ?? !isFavorite
    if (shallBe === isFavorite) return isFavorite
    ensure(!shallBe || canStream(track), 'not_found')
    if (shallBe) await tx.insert(Favorite, { ...key, createdAt: new Date() })
    else await tx.nativeDelete(Favorite, key)
    return shallBe
  })
}
