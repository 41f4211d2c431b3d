import { ensureUncommon } from '../../credentials/common-passwords.ts'
import { endSignIns, lockAccount } from '../../credentials/sign-ins.ts'
import { ensure } from '../../errors.ts'
import type { Page } from '../../trpc/page.ts'
import { adminProcedure, router } from '../../trpc/trpc.ts'
import { changeUser } from './change-user.ts'
import { createUser } from './create-user.ts'
import { eraseUser } from './erase-user.ts'
import type { ManagedUserDto } from './managed-user.dto.ts'
import { makeResetLink } from './password-resets.ts'
import { toUserDto, type UserDto } from './user.dto.ts'
import { findManagedUser, listUsers } from './users.repository.ts'
import { createUserSchema, updateUserSchema, userIdSchema, userListSchema } from './users.schema.ts'

export const usersAdminRouter = router({
  /** One page of the users: searched by e-mail and nickname, filtered, sorted. Errors: cursor_invalid. */
  list: adminProcedure
    .input(userListSchema)
    .query(({ ctx, input }): Promise<Page<ManagedUserDto>> => listUsers(ctx.em, input)),

  /**
   * Makes an account. Without a password nobody can sign in to it before `resetUrl`, which works
   * for an hour, was used. Errors: email_taken.
   */
  create: adminProcedure
    .input(createUserSchema)
    .mutation(async ({ ctx, input }): Promise<{ user: UserDto; resetUrl?: string }> => {
      if (input.password !== undefined) ensureUncommon(input.password, 'password')
      const user = await createUser(ctx.em, input)
      ctx.note('account_created', { userId: user.id, role: user.role, byUserId: ctx.user.id })
      if (input.password !== undefined) return { user: toUserDto(user) }
      const { url } = await makeResetLink(ctx.em, user.id, ctx.request.origin)
      return { user: toUserDto(user), resetUrl: url }
    }),

  /**
   * Changes what is given of an account. A change of role and disabling end its sign-ins.
   * Errors: not_found, email_taken, last_admin.
   */
  update: adminProcedure
    .input(updateUserSchema)
    .mutation(async ({ ctx, input }): Promise<ManagedUserDto> => {
      await changeUser(ctx, input)
      return findManagedUser(ctx.em, input.id)
    }),

  /** Ends every sign-in of an account. Errors: not_found. */
  endSessions: adminProcedure
    .input(userIdSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      const count = await ctx.em.transactional(async (tx) => {
        ensure(await lockAccount(tx, input.id), 'not_found')
        return endSignIns(tx, input.id)
      })
      ctx.note('sessions_ended', { userId: input.id, count, byUserId: ctx.user.id })
      return { count }
    }),

  /** A link that sets the account's password, once, within an hour. Errors: not_found. */
  resetLink: adminProcedure
    .input(userIdSchema)
    .mutation(async ({ ctx, input }): Promise<{ url: string; expiresAt: string }> => {
      const { url, expiresAt } = await ctx.em.transactional(async (tx) => {
        ensure(await lockAccount(tx, input.id), 'not_found')
        return makeResetLink(tx, input.id, ctx.request.origin)
      })
      ctx.note('reset_link_made', { userId: input.id, byUserId: ctx.user.id })
      return { url, expiresAt: expiresAt.toISOString() }
    }),

  /**
   * Erases an account and all that is its user's; tracks it brought stay.
   * Errors: not_found, last_admin.
   */
  remove: adminProcedure
    .input(userIdSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await eraseUser(ctx.em, ctx.services, input.id, { byAdmin: ctx.user.id })
      ctx.note('account_erased', { userId: input.id, byUserId: ctx.user.id })
      return {}
    }),
})
