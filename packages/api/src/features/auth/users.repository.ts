import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'

import { ensure } from '../../errors.ts'
import { searchPatterns } from '../../text/search-patterns.ts'
import { after, cursorSchema, orderBy, type OrderColumn, positionOf } from '../../trpc/keyset.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { listenersLike } from './listener.sql.ts'
import { type ManagedUserDto, type ManagedUserRow, toManagedUserDto } from './managed-user.dto.ts'
import type { UserListInput, UserSort } from './users.schema.ts'

const columns = sql`
  u.id, u.email, u.nickname, u.role, u.locale, u.avatar_id as "avatarId",
  u.created_at as "createdAt", u.disabled_at as "disabledAt", u.last_seen_at as "lastSeenAt",
  (select count(*)::integer from plays p where p.user_id = u.id) as plays,
  (select count(*)::integer from playlists l
    where l.owner_id = u.id and l.removed_at is null) as playlists`

/** One page of the users, counts included, in a single statement. */
export async function listUsers(
  em: SqlEntityManager,
  input: UserListInput,
): Promise<Page<ManagedUserDto>> {
  const { cursor, limit, ...options } = input
  const order = orders[input.sort]
  const mark = listMark('admin.users.list', options)
  const position = readCursor(cursor, mark, cursorSchema(order))
  const conditions = [...filters(input), ...(position ? [after(order, position)] : [])]
  const { rows } = await sql<ManagedUserRow & { position: (string | number)[] }>`
    select ${columns}, ${positionOf(order)} as position
    from users u
    where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}
    order by ${orderBy(order)}
    limit ${limit + 1}`.execute(em.getKysely())
  return toPage(rows, limit, mark, { positionOf: (row) => row.position, toItem: toManagedUserDto })
}

/** One user as admins see it. Errors: not_found. */
export async function findManagedUser(em: SqlEntityManager, id: string): Promise<ManagedUserDto> {
  const { rows } = await sql<ManagedUserRow>`
    select ${columns} from users u where u.id = ${id}::uuid`.execute(em.getKysely())
  ensure(rows[0], 'not_found')
  return toManagedUserDto(rows[0])
}

const id: OrderColumn = { expression: sql`u.id`, type: 'uuid' }
const lastSeen = sql`coalesce(u.last_seen_at, 'epoch'::timestamptz)`

const orders: Record<UserSort, OrderColumn[]> = {
  newest: [{ ...id, isDescending: true }],
  oldest: [id],
  email: [{ expression: sql`u.email_key`, type: 'text' }],
  lastSeen: [
    { expression: lastSeen, type: 'timestamptz', isDescending: true },
    { ...id, isDescending: true },
  ],
}

function filters({ id, q, role, disabled }: UserListInput): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = searchPatterns(q ?? '').map(
    (pattern) => sql`u.id in ${listenersLike(pattern)}`,
  )
  if (id !== undefined) conditions.push(sql`u.id = ${id}::uuid`)
  if (role !== undefined) conditions.push(sql`u.role = ${role}`)
  if (disabled !== undefined)
    conditions.push(disabled ? sql`u.disabled_at is not null` : sql`u.disabled_at is null`)
  return conditions
}
