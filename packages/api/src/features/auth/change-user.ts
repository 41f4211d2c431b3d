import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { endSignIns, lockAccount } from '../../credentials/sign-ins.ts'
import { ensure } from '../../errors.ts'
import type { Context } from '../../trpc/context.ts'
import { ensureAdminRemains, lockAdmins } from './admins.ts'
import { dropUndefined, flushUser } from './change-profile.ts'
import { emailKey } from './create-user.ts'
import { PasswordReset } from './password-reset.entity.ts'
import { User } from './user.entity.ts'
import type { UpdateUserInput } from './users.schema.ts'

/**
 * Changes what is given of an account, as an admin may. A change of role and disabling end its
 * sign-ins and unused reset links; an admin who can sign in always remains.
 * Errors: not_found, email_taken, last_admin, session_expired.
 */
export async function changeUser(
  ctx: Context & { em: SqlEntityManager; user: User },
  { id, nickname, email, role, disabled }: UpdateUserInput,
): Promise<void> {
  const changed = await ctx.em.fork().transactional(async (tx) => {
    await lockAdmins(tx, ctx.user.id)
    ensure(await lockAccount(tx, id), 'not_found')
    const user = await tx.findOneOrFail(User, { id })
    const was = { role: user.role, isDisabled: user.disabledAt !== null, email: user.emailKey }
    tx.assign(user, dropUndefined({ nickname, role }))
    if (email !== undefined) tx.assign(user, { email, emailKey: emailKey(email) })
    if (disabled !== undefined && disabled !== was.isDisabled)
      user.disabledAt = disabled ? new Date() : null
    const isDisabled = user.disabledAt !== null
    const isAdmin = user.role === 'admin' && !isDisabled
    if (was.role === 'admin' && !was.isDisabled && !isAdmin) await ensureAdminRemains(tx, id)
    await flushUser(tx)
    const hasRoleChanged = user.role !== was.role
    if (hasRoleChanged || (isDisabled && !was.isDisabled)) {
      await tx.nativeDelete(PasswordReset, { user: id })
      await endSignIns(tx, id)
    }
    return { was, role: user.role, isDisabled, hasNewEmail: user.emailKey !== was.email }
  })
  const who = { userId: id, byUserId: ctx.user.id }
  const { was, isDisabled } = changed
  if (changed.role !== was.role)
    ctx.note('role_changed', { ...who, from: was.role, to: changed.role })
  if (isDisabled !== was.isDisabled)
    ctx.note(isDisabled ? 'account_disabled' : 'account_enabled', who)
  if (changed.hasNewEmail) ctx.note('email_changed', who)
}
