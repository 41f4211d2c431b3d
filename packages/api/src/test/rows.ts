import type { SqlEntityManager } from '@mikro-orm/postgresql'

/** Written by the mere use of a sign-in, and by counting calls. */
const passing = new Set(['rate_limits', 'migrations'])
const ofUse = ['last_used_at', 'expires_at', 'last_seen_at']

type Rows = Record<string, unknown>
type Queries = [table: string, query: string][]

/** Everything in the database but what every call may write, by table. */
export async function allRows(em: SqlEntityManager): Promise<Rows> {
  return read(em, await queriesOfAll(em), "coalesce(jsonb_agg(r.row), '[]')")
}

/** All that the database holds of one user, by table: whatever refers to users, and the user. */
export async function rowsOf(em: SqlEntityManager, userId: string): Promise<Rows> {
  return read(em, await queriesOfUser(em, userId), "coalesce(jsonb_agg(r.row), '[]')")
}

/**
 * Makes a function that tells a change: it gives a hash of each table's rows, and of each with rows
 * of that user, in one statement.
 */
export async function rowWatch(em: SqlEntityManager, userId: string) {
  const queries: Queries = [
    ...(await queriesOfAll(em)),
    ...(await queriesOfUser(em, userId)).map(([name, query]): [string, string] => [
      `${watched}${name}`,
      query,
    ]),
  ]
  return async () => {
    const digests = await read(em.fork(), queries, `md5(string_agg(r.row::text, ','))`)
    const entries = Object.entries(digests)
    const isTheirs = ([name]: [string, unknown]) => name.startsWith(watched)
    return {
      all: Object.fromEntries(entries.filter((entry) => !isTheirs(entry))),
      user: Object.fromEntries(entries.filter(isTheirs)),
    }
  }
}

const watched = 'watched '

async function queriesOfAll(em: SqlEntityManager): Promise<Queries> {
  const tables: { name: string }[] = await em.execute(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return tables
    .filter(({ name }) => !passing.has(name))
    .map(({ name }) => [name, `select * from ${name}`])
}

async function queriesOfUser(em: SqlEntityManager, userId: string): Promise<Queries> {
  const columns: { name: string; column: string }[] = await em.execute(
    `select c.conrelid::regclass::text as name, a.attname as column
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'users'::regclass`,
  )
  const entries = `select e.* from playlist_tracks e join playlists p on p.id = e.playlist_id
    where p.owner_id = '${userId}'`
  return [
    ...columns.map(({ name, column }): [string, string] => [
      `${name}.${column}`,
      `select * from ${name} where ${column} = '${userId}'`,
    ]),
    ['users', `select * from users where id = '${userId}'`],
    ['playlist_tracks', entries],
  ]
}

async function read(em: SqlEntityManager, queries: Queries, aggregate: string): Promise<Rows> {
  const selected = queries.map(
    ([name, query]) => `select '${name}' as name, (select to_jsonb(${aggregate}) from
      (select to_jsonb(q) - '{${ofUse.join()}}'::text[] as row from (${query}) q order by q::text) r
    ) as rows`,
  )
  const found: { name: string; rows: unknown }[] = await em.execute(selected.join(' union all '))
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]))
}
