import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'

const days = 90

/** Notes that somebody signed in from an address, as `addressKey` writes it; once a day. */
export async function noteAddress(
  em: SqlEntityManager,
  { userId, address }: { userId: string; address: string },
): Promise<void> {
  await em.execute(
    `insert into known_addresses (user_id, address, signed_in_at) values (?, ?, ?)
     on conflict (user_id, address) do update set signed_in_at = excluded.signed_in_at
     where known_addresses.signed_in_at < excluded.signed_in_at - interval '1 day'`,
    [userId, address, new Date()],
  )
}

/** Whether the account of that e-mail, if there is one, signed in from that address lately. */
export async function isKnownAddress(
  em: SqlEntityManager,
  { email, address }: { email: string; address: string },
): Promise<boolean> {
  if (email.includes('\0')) return false
  const known: unknown[] = await em.execute(
    `select 1 from known_addresses k join users u on u.id = k.user_id
     where u.email_key = ? and k.address = ? and k.signed_in_at > ?`,
    [email.trim().toLowerCase(), address, since()],
  )
  return known.length > 0
}

/** Removes the addresses that count as known no more. */
export async function sweepAddresses({ orm }: { orm: MikroORM }): Promise<void> {
  await orm.em.fork().execute('delete from known_addresses where signed_in_at <= ?', [since()])
}

function since(): Date {
  return new Date(Date.now() - days * 86_400_000)
}
