import { IsolationLevel, type SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { createQueue } from '../../credentials/hashing-queue.ts'
import { ensure } from '../../errors.ts'
import type { DataExportDto } from './data-export.dto.ts'
import {
  exportedEntries,
  exportedFavorites,
  exportedPlaylists,
  exportedPlays,
  exportedQueueTracks,
  exportedUploads,
  type Listing,
} from './data-export.sql.ts'
import { Queue } from '../queue/queue.entity.ts'
import { KnownAddress } from './known-address.entity.ts'
import { PasswordReset } from './password-reset.entity.ts'
import { toSessionDto } from './session.dto.ts'
import { Session } from './session.entity.ts'
import { toUserDto } from './user.dto.ts'
import { User } from './user.entity.ts'

/** Rows read at once: in between, other calls get their turn. */
const pageSize = 5_000

/** An export is dear: two at a time, and only so many who wait. */
const inTurn = createQueue({ atOnce: 2, waiting: 20 })

/**
 * Everything stored about a user as it is at one moment, without secrets, and nobody else's data.
 * Errors: rate_limited, when many exports wait already; session_expired when the account is gone.
 */
export function exportData(
  em: SqlEntityManager,
  userId: string,
  signInId: string,
): Promise<DataExportDto> {
  const atOneMoment = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true }
  return inTurn(() => em.fork().transactional((tx) => readAll(tx, userId, signInId), atOneMoment))
}

async function readAll(
  em: SqlEntityManager,
  userId: string,
  signInId: string,
): Promise<DataExportDto> {
  const user = await em.findOne(User, { id: userId })
  ensure(user, 'session_expired')
  const sessions = await em.find(
    Session,
    { user: userId, spentAt: null },
    { orderBy: { createdAt: 'desc', id: 'asc' } },
  )
  return {
    exportedAt: new Date().toISOString(),
    profile: { ...toUserDto(user), lastSeenAt: user.lastSeenAt?.toISOString() ?? null },
    sessions: sessions.map((session) => toSessionDto(session, signInId)),
    addresses: await readAddresses(em, userId),
    passwordResets: await readPasswordResets(em, userId),
    favorites: await readRows(em, exportedFavorites(userId)),
    history: await readRows(em, exportedPlays(userId)),
    playlists: await readPlaylists(em, userId),
    queue: await readQueue(em, userId),
    uploads: await readRows(em, exportedUploads(userId)),
  }
}

async function readAddresses(
  em: SqlEntityManager,
  userId: string,
): Promise<DataExportDto['addresses']> {
  const known = await em.find(KnownAddress, { user: userId }, { orderBy: { address: 'asc' } })
  return known.map(({ address, signedInAt }) => ({
    address,
    signedInAt: signedInAt.toISOString(),
  }))
}

async function readPasswordResets(
  em: SqlEntityManager,
  userId: string,
): Promise<DataExportDto['passwordResets']> {
  const resets = await em.find(PasswordReset, { user: userId }, { orderBy: { createdAt: 'asc' } })
  return resets.map(({ createdAt, expiresAt }) => ({
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

async function readPlaylists(
  em: SqlEntityManager,
  userId: string,
): Promise<DataExportDto['playlists']> {
  const playlists: DataExportDto['playlists'] = []
  for (const playlist of await readRows(em, exportedPlaylists(userId))) {
    const entries = await readRows(em, exportedEntries(playlist.id))
    playlists.push({
      ...playlist,
      entries: entries.map(({ position: _position, ...entry }) => entry),
    })
  }
  return playlists
}

async function readQueue(em: SqlEntityManager, userId: string): Promise<DataExportDto['queue']> {
  const queue = await em.findOne(Queue, { user: userId })
  if (!queue) return null
  const { position, positionMs, repeat, source, deviceName, updatedAt } = queue
  const tracks = await readRows(em, exportedQueueTracks(userId))
  return {
    tracks: tracks.map(({ place: _place, ...track }) => track),
    position,
    positionMs,
    repeat,
    source,
    deviceName,
    updatedAt: updatedAt.toISOString(),
  }
}

/** All rows, by keyset, so that no page costs more than the first. */
async function readRows<Row>(em: SqlEntityManager, { select, key }: Listing<Row>): Promise<Row[]> {
  const all: Row[] = []
  const column = sql.ref(key)
  for (;;) {
    const last = all.at(-1)
    const { rows } = await sql<Row>`
      select * from (${select}) r
      where ${last ? sql`${column} > ${last[key]}` : sql`true`}
      order by ${column}
      limit ${pageSize}`.execute(em.getKysely())
    for (const row of rows) all.push(row)
    if (rows.length < pageSize) return all
  }
}
