import type { MikroORM } from '@mikro-orm/postgresql'

import { DomainError, ensure } from '../../errors.ts'
import { emailSchema, nicknameSchema } from './auth.schema.ts'
import { createUser, emailKey } from './create-user.ts'
import { makeResetLink, type ResetLink } from './password-resets.ts'
import { User } from './user.entity.ts'

interface Invitation {
  email: string
  /** Where browsers see this server. */
  origin: string
}

/**
 * Makes an admin without a password, and the link that sets it.
 * Errors: input_invalid, email_taken.
 */
export function inviteAdmin(orm: MikroORM, { email, origin }: Invitation): Promise<ResetLink> {
  const { data: address } = emailSchema.safeParse(email)
  if (!address) throw new DomainError('input_invalid')
  return orm.em.fork().transactional(async (em) => {
    const admin = await createUser(em, {
      email: address,
      nickname: nicknameOf(address),
      role: 'admin',
    })
    return makeResetLink(em, admin.id, origin)
  })
}

/** A link that sets the password of the account of that e-mail address. Errors: not_found. */
export async function inviteBack(orm: MikroORM, { email, origin }: Invitation): Promise<ResetLink> {
  const em = orm.em.fork()
  const user = await em.findOne(User, { emailKey: emailKey(email) })
  ensure(user, 'not_found')
  return makeResetLink(em, user.id, origin)
}

/** What stands before the @, as far as it will do. */
function nicknameOf(email: string): string {
  const { data = 'Admin' } = nicknameSchema.safeParse(email.split('@')[0]?.slice(0, 40))
  return data
}
