import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import type { Session as LuciaSession } from 'lucia'
import { v7 } from 'uuid'

import { ensure } from '../errors.ts'
import { PasswordReset } from '../features/auth/password-reset.entity.ts'
import { Session, type SessionKind } from '../features/auth/session.entity.ts'
import { User } from '../features/auth/user.entity.ts'
import { addressKey } from './address-key.ts'
import { noteAddress } from './known-addresses.ts'
import { absoluteLife, type AppLucia, idleLife } from './lucia.ts'
import { hashSessionId } from './lucia-adapter.ts'

/** The use of a sign-in is noted at most so often: in between a call costs no write. */
const noteUseEveryMs = 300_000

interface SignInOptions {
  kind: SessionKind
  /** From where somebody signs in who has proved to be the account's owner. */
  address?: string
  deviceName?: string
  userAgent?: string
  /** The hash that a password was verified against. */
  passwordHash?: string
}

/**
 * Begins a sign-in: a session with a random id that only its holder will know. A password that was
 * changed since it was verified lets nobody in.
 * Errors: invalid_credentials, also when the account was disabled or has gone meanwhile.
 */
export function beginSignIn(
  em: SqlEntityManager,
  lucia: AppLucia,
  userId: string,
  { kind, deviceName, userAgent, address, passwordHash }: SignInOptions,
): Promise<LuciaSession> {
  return em.transactional(async (tx) => {
    const now = new Date()
    const found = await tx.nativeUpdate(
      User,
      { id: userId, disabledAt: null, ...(passwordHash && { passwordHash }) },
      { lastSeenAt: now },
    )
    ensure(found > 0, 'invalid_credentials')
    if (address) await noteAddress(tx, { userId, address: addressKey(address) })
    return lucia.createSession(userId, {
      kind,
      signInId: v7(),
      deviceName: deviceName ?? null,
      userAgent: userAgent?.slice(0, 300).toWellFormed() ?? null,
      createdAt: now,
      lastUsedAt: now,
      endsAt: new Date(now.getTime() + absoluteLife.milliseconds()),
      spentAt: null,
    })
  })
}

/**
 * Notes that a sign-in is in use: its idle life starts anew, its absolute end stays.
 * @returns whether it was due, and this call the first to note it
 */
export async function noteUse(
  em: SqlEntityManager,
  { signInId, lastUsedAt }: { signInId: string; lastUsedAt: Date },
): Promise<boolean> {
  const now = new Date()
  const due = new Date(now.getTime() - noteUseEveryMs)
  if (lastUsedAt > due) return false
  const idleEnd = new Date(now.getTime() + idleLife.milliseconds())
  const noted: unknown[] = await em.execute(
    `with used as (
       update sessions set last_used_at = ?, expires_at = least(?, ends_at)
       where sign_in_id = ? and spent_at is null and last_used_at <= ?
       returning user_id
     )
     update users set last_seen_at = ? from used where users.id = used.user_id returning users.id`,
    [now, idleEnd, signInId, due, now],
  )
  return noted.length > 0
}

/** Any number will do that nothing else on this database locks by two. */
const accountLocks = 5_347_833

/**
 * One at a time ends sign-ins of an account, until its transaction ends: of two, each could have
 * locked a session that the other waits for, since new ones come meanwhile.
 */
async function takeTurn(em: SqlEntityManager, userId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [accountLocks, userId])
}

/**
 * Keeps an account from being signed in to, or its sign-ins from going on, until the transaction
 * ends. Sessions are locked before the user, as where a use is noted.
 * @returns whether there is such an account
 */
export async function lockAccount(em: SqlEntityManager, userId: string): Promise<boolean> {
  await takeTurn(em, userId)
  await em.execute('select 1 from sessions where user_id = ? order by id for update', [userId])
  const found: unknown[] = await em.execute('select 1 from users where id = ? for no key update', [
    userId,
  ])
  return found.length > 0
}

/**
 * Ends a sign-in on the server: every session of it goes, also a successor that a refresh is just
 * making, whose end is awaited.
 * @param userId only this user's
 * @returns whether there was one
 */
export function endSignIn(
  em: SqlEntityManager,
  { signInId, userId }: { signInId: string; userId: string },
): Promise<boolean> {
  return em.transactional(async (tx) => {
    await takeTurn(tx, userId)
    await tx.execute('select 1 from sessions where sign_in_id = ? order by id for update', [
      signInId,
    ])
    return (await tx.nativeDelete(Session, { signInId, user: userId })) > 0
  })
}

/**
 * Ends the sign-ins of an account that `lockAccount` has locked.
 * @param except the sign-in that stays
 * @returns how many have ended
 */
export async function endSignIns(
  em: SqlEntityManager,
  userId: string,
  { except }: { except?: string } = {},
): Promise<number> {
  const ended: { sign_in_id: string }[] = await em.execute(
    'delete from sessions where user_id = ? and sign_in_id is distinct from ? returning sign_in_id',
    [userId, except ?? null],
  )
  return new Set(ended.map((session) => session.sign_in_id)).size
}

/**
 * Gives a browser's sign-in a new session id; the one before is worth nothing from then on.
 * Errors: session_expired.
 */
export async function renewSession(
  em: SqlEntityManager,
  lucia: AppLucia,
  sessionId: string,
): Promise<LuciaSession> {
  const former = await em.findOne(Session, { id: hashSessionId(sessionId), kind: 'browser' })
  ensure(former, 'session_expired')
  const { kind, signInId, deviceName, userAgent, createdAt, lastUsedAt, endsAt, spentAt } = former
  await em.nativeDelete(Session, { id: former.id })
  return lucia.createSession(former.user.id, {
    kind,
    signInId,
    deviceName,
    userAgent,
    createdAt,
    lastUsedAt,
    endsAt,
    spentAt,
  })
}

interface SweptServices {
  orm: MikroORM
  lucia: AppLucia
}

/** Removes the sessions and the links for new passwords whose life is over. */
export async function sweepSessions({ orm, lucia }: SweptServices): Promise<void> {
  await lucia.deleteExpiredSessions()
  await orm.em.fork().nativeDelete(PasswordReset, { expiresAt: { $lte: new Date() } })
}
