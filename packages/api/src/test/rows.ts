import type { SqlEntityManager } from '@mikro-orm/postgresql'

/** Written by the mere use of a sign-in, and by counting calls. */
const passing = new Set(['rate_limits', 'migrations'])
const ofUse = ['last_used_at', 'expires_at', 'last_seen_at']

type Rows = Record<string, unknown>

/** Everything in the database but what every call may write, by table. */
export async function allRows(em: SqlEntityManager, ...without: string[]): Promise<Rows> {
  const tables: { name: string }[] = await em.execute(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const names = tables.map(({ name }) => name).filter((name) => !isLeftOut(name, without))
  return readRows(
    em,
    names.map((name) => [name, `select * from ${name}`]),
  )
}

/** All that the database holds of one user, by table: whatever refers to users, and the user. */
export async function rowsOf(em: SqlEntityManager, userId: string): Promise<Rows> {
  const columns: { name: string; column: string }[] = await em.execute(
    `select c.conrelid::regclass::text as name, a.attname as column
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'users'::regclass`,
  )
  const queries = columns.map(({ name, column }): [string, string] => [
    `${name}.${column}`,
    `select * from ${name} where ${column} = '${userId}'`,
  ])
  const entries = `select e.* from playlist_tracks e join playlists p on p.id = e.playlist_id
    where p.owner_id = '${userId}'`
  return readRows(em, [
    ...queries,
    ['users', `select * from users where id = '${userId}'`],
    ['playlist_tracks', entries],
  ])
}

function isLeftOut(name: string, without: string[]): boolean {
  return passing.has(name) || without.includes(name)
}

async function readRows(em: SqlEntityManager, queries: [string, string][]): Promise<Rows> {
  const selected = queries.map(
    ([name, query]) => `select '${name}' as name, (select coalesce(jsonb_agg(r.row), '[]') from
      (select to_jsonb(q) - '{${ofUse.join()}}'::text[] as row from (${query}) q order by q::text) r
    ) as rows`,
  )
  const found: { name: string; rows: unknown }[] = await em.execute(selected.join(' union all '))
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]))
}
