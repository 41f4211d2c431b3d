import { randomBytes } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { LockMode } from '@mikro-orm/core'
import { sql } from 'kysely'
import { v7 } from 'uuid'

import { DomainError, ensure } from '../../errors.ts'
import { Playlist } from './playlist.entity.ts'
import { maxPlaylists } from './playlist.policy.ts'
import type { CreatePlaylistInput, UpdatePlaylistInput } from './playlists.schema.ts'

/** 144 bits, in 24 characters. */
const makeSlug = () => randomBytes(18).toString('base64url')

/**
 * Writes a new playlist.
 * @returns its id
 */
export function createPlaylist(
  em: SqlEntityManager,
  ownerId: string,
  { name, description, isPublic }: CreatePlaylistInput,
): Promise<string> {
  return em.transactional(async (tx) => {
    await ensureMayOwnMore(tx, ownerId)
    const id = v7()
    const createdAt = new Date()
    await tx.insert(Playlist, {
      id,
      createdAt,
      updatedAt: createdAt,
      owner: ownerId,
      name,
      description,
      isPublic,
      slug: isPublic ? makeSlug() : null,
    })
    return id
  })
}

/** The owner's row is locked, so that simultaneous calls are counted too. */
export async function ensureMayOwnMore(tx: SqlEntityManager, ownerId: string): Promise<void> {
  const owner = await sql`
    select 1 from users where id = ${ownerId}::uuid for no key update`.execute(tx.getKysely())
  ensure(owner.rows.length > 0, 'session_expired')
  const playlists = await tx.count(Playlist, { owner: ownerId, removedAt: null })
  if (playlists >= maxPlaylists)
    throw new DomainError('input_invalid', {
      fields: { name: `a listener has at most ${maxPlaylists} playlists` },
    })
}

/**
 * Changes what is told of a playlist. One that becomes public gets a new slug, one that becomes
 * private loses it: an address once given out never comes back to life. Errors: not_found.
 * @param ownerId whose it has to be; undefined: anybody's
 */
export function updatePlaylist(
  em: SqlEntityManager,
  ownerId: string | undefined,
  { id, name, description, isPublic }: UpdatePlaylistInput,
): Promise<void> {
  return em.transactional(async (tx) => {
    const playlist = await tx.findOneOrFail(
      Playlist,
      { id, removedAt: null, ...(ownerId === undefined ? {} : { owner: ownerId }) },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (name !== undefined) playlist.name = name
    if (description !== undefined) playlist.description = description
    if (isPublic === undefined || isPublic === playlist.isPublic) return
    playlist.isPublic = isPublic
    playlist.slug = isPublic ? makeSlug() : null
  })
}
