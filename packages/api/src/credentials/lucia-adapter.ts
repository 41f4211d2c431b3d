import { createHash } from 'node:crypto'

import { TransactionContext } from '@mikro-orm/core'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'

import { Session } from '../features/auth/session.entity.ts'

/** SHA-256 of a session's id, hex: what the table keeps in its place. */
export function hashSessionId(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

/**
 * Lucia's storage over MikroORM. Ids are hashed on the way in; answers carry the plain id the call
 * came with, except `getUserSessions`, which can only know hashes.
 * Inside `em.transactional` it takes part in that transaction.
 */
export class LuciaAdapter implements Adapter {
  readonly #orm: MikroORM

  constructor(orm: MikroORM) {
    this.#orm = orm
  }

  get #em(): SqlEntityManager {
    const current = TransactionContext.getEntityManager() as SqlEntityManager | undefined
    return current ?? this.#orm.em.fork()
  }

  async getSessionAndUser(
    sessionId: string,
  ): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
    const session = await this.#em.findOne(
      Session,
      { id: hashSessionId(sessionId) },
      { populate: ['user'], strategy: 'joined' },
    )
    if (!session) return [null, null]
    const user = session.user.unwrap()
    return [
      { ...toDatabaseSession(session), id: sessionId },
      { id: user.id, attributes: { user } },
    ]
  }

  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    const sessions = await this.#em.find(Session, { user: userId })
    return sessions.map(toDatabaseSession)
  }

  async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
    const em = this.#em
    await em.insert(Session, {
      ...attributes,
      id: hashSessionId(id),
      user: userId,
      expiresAt: earlier(expiresAt, attributes.endsAt),
    })
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    const em = this.#em
    await em.execute(
      'update sessions set expires_at = least(?, ends_at) where id = ?',
      [expiresAt, hashSessionId(sessionId)],
      'run',
    )
  }

  async deleteSession(sessionId: string): Promise<void> {
    await this.#em.nativeDelete(Session, { id: hashSessionId(sessionId) })
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.#em.nativeDelete(Session, { user: userId })
  }

  async deleteExpiredSessions(): Promise<void> {
    // What somebody is just ending needs no sweep, and waiting for it could end in a deadlock.
    await this.#em.execute(
      `delete from sessions where id in (
         select id from sessions where expires_at <= ? for update skip locked)`,
      [new Date()],
      'run',
    )
  }
}

function toDatabaseSession(session: Session): DatabaseSession {
  const { id, user, expiresAt, kind, signInId, deviceName, userAgent } = session
  const { createdAt, lastUsedAt, endsAt, spentAt } = session
  return {
    id,
    userId: user.id,
    expiresAt,
    attributes: {
      kind,
      signInId,
      deviceName,
      userAgent,
      createdAt,
      lastUsedAt,
      endsAt,
      spentAt,
    },
  }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
