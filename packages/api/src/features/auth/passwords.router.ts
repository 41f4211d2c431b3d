import { ensureUncommon } from '../../credentials/common-passwords.ts'
import { hashPassword } from '../../credentials/passwords.ts'
import { readSessionCookie } from '../../credentials/session-cookie.ts'
import { endSignIns, lockAccount, renewSession } from '../../credentials/sign-ins.ts'
import { ensure } from '../../errors.ts'
import { publicProcedure, router, signedInProcedure } from '../../trpc/trpc.ts'
import { changePasswordSchema, resetPasswordSchema } from './auth.schema.ts'
import { checkToken } from './check-password.ts'
import { ensureOwnPassword } from './own-password.ts'
import { PasswordReset } from './password-reset.entity.ts'
import { findReset, hashResetToken } from './password-resets.ts'
import { User } from './user.entity.ts'

export const passwordsRouter = router({
  /**
   * Changes the caller's password and ends every other sign-in; a browser gets a new session id.
   * Errors: invalid_credentials, rate_limited.
   */
  changePassword: signedInProcedure
    .input(changePasswordSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      ensureUncommon(input.newPassword, 'newPassword')
      const { id } = ctx.user
      const formerHash = await ensureOwnPassword(ctx, input.currentPassword)
      const passwordHash = await hashPassword(input.newPassword)
      const renewed = await ctx.em.transactional(async (tx) => {
        ensure(await lockAccount(tx, id), 'session_expired')
        const changed = await tx.nativeUpdate(
          User,
          { id, passwordHash: formerHash },
          { passwordHash },
        )
        ensure(changed > 0, 'invalid_credentials')
        await tx.nativeDelete(PasswordReset, { user: id })
        await endSignIns(tx, id, { except: ctx.signInId })
        const cookie = readSessionCookie(ctx.request.cookie, ctx.lucia)
        const isBrowser = ctx.request.authorization === undefined && cookie !== null
        return isBrowser ? renewSession(tx, ctx.lucia, cookie) : null
      })
      if (renewed) ctx.request.setCookie(ctx.lucia.createSessionCookie(renewed.id).serialize())
      ctx.note('password_changed', { userId: id })
      return {}
    }),

  /**
   * Sets the password by a link's token, once, and ends every sign-in of the account.
   * Errors: invalid_credentials, for a wrong, a spent and an old token alike; rate_limited.
   */
  resetPassword: publicProcedure
    .input(resetPasswordSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      ensureUncommon(input.newPassword, 'newPassword')
      const userId = await checkToken(ctx, () => findReset(ctx.em, input.token))
      const passwordHash = await hashPassword(input.newPassword)
      await ctx.em.transactional(async (tx) => {
        ensure(await lockAccount(tx, userId), 'invalid_credentials')
        const spent = await tx.nativeDelete(PasswordReset, { id: hashResetToken(input.token) })
        ensure(spent > 0, 'invalid_credentials')
        await tx.nativeDelete(PasswordReset, { user: userId })
        await tx.nativeUpdate(User, { id: userId }, { passwordHash })
        await endSignIns(tx, userId)
      })
      ctx.note('password_reset', { userId })
      return {}
    }),
})
