import { type RawBuilder, sql } from 'kysely'

/** The columns of a `ListenerRow`, of a row `u` of users. */
export const listenerColumns = sql`
  u.id as "userId", u.nickname as "userNickname", u.email as "userEmail"`

/** Users in whose nickname or e-mail that pattern occurs, as a set of ids. */
export function listenersLike(pattern: string): RawBuilder<unknown> {
  return sql`(select id from users
    where lower(unaccent(normalize(nickname, NFKC))) like ${pattern} or email_key like ${pattern})`
}
