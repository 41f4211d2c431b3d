import { hash, verify } from '@node-rs/argon2'

import { createQueue } from './hashing-queue.ts'

/**
 * Argon2id (the library's default algorithm) with 19 MiB, 2 passes, 1 lane, on libuv's threads.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Half of libuv's threads: the others read files and resolve names meanwhile. */
const inTurn = createQueue({ atOnce: 2, waiting: 100 })

/** The hash of a password that nobody has: verified for unknown accounts, so that they cost the same. */
const nobody = hash(crypto.randomUUID(), parameters)

/** Password -> PHC string with its own salt. Errors: rate_limited. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, parameters))
}

/**
 * Whether the password is the one of that hash; takes the same time for `undefined`, an account
 * that does not exist, and is then false. Errors: rate_limited.
 */
export async function verifyPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const expected = passwordHash ?? (await nobody)
  const isRight = await inTurn(() => verify(expected, password))
  return isRight && passwordHash !== undefined
}
