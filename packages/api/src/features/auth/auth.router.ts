import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { accessTokenSeconds } from '../../credentials/access-tokens.ts'
import { ensureUncommon } from '../../credentials/common-passwords.ts'
import { verifyPassword } from '../../credentials/passwords.ts'
import { readSessionCookie } from '../../credentials/session-cookie.ts'
import { refreshSignIn } from '../../credentials/refresh-sign-in.ts'
import { beginSignIn, endSignIn } from '../../credentials/sign-ins.ts'
import { ensure } from '../../errors.ts'
import type { Services } from '../../services.ts'
import type { Context } from '../../trpc/context.ts'
import { textSchema } from '../../text/text.schema.ts'
import { mergeRouters, publicProcedure, router, signedInProcedure } from '../../trpc/trpc.ts'
import {
  loginSchema,
  refreshSchema,
  registerSchema,
  revokeSessionSchema,
  tokenSchema,
} from './auth.schema.ts'
import { checkPassword, noteLimit } from './check-password.ts'
import { createUser, emailKey } from './create-user.ts'
import { passwordsRouter } from './passwords.router.ts'
import { type SessionDto, toSessionDto } from './session.dto.ts'
import { Session } from './session.entity.ts'
import { toUserDto, type UserDto } from './user.dto.ts'
import { User } from './user.entity.ts'

/** OAuth 2.0's token answer (RFC 6749, 5.1), in camel case; `expiresIn` in seconds. */
export interface TokenDto {
  accessToken: string
  tokenType: 'Bearer'
  expiresIn: number
  refreshToken: string
}

const signInRouter = router({
  /**
   * Makes a listener's account and signs in by cookie.
   * Errors: email_taken, registration_closed, rate_limited.
   */
  register: publicProcedure
    .input(registerSchema)
    .mutation(async ({ ctx, input }): Promise<{ user: UserDto }> => {
      ensure(ctx.services.config.registration === 'open', 'registration_closed')
      ensureUncommon(input.password, 'password')
      await ctx.services.limits.takeRegistration(ctx.request.address, noteLimit(ctx))
      const user = await createUser(ctx.em, input)
      ctx.note('account_created', { userId: user.id, role: user.role })
      await signInByCookie(ctx, user)
      return { user: toUserDto(user) }
    }),

  /** Signs in by cookie. Errors: invalid_credentials, account_disabled, rate_limited. */
  login: publicProcedure
    .input(loginSchema)
    .mutation(async ({ ctx, input }): Promise<{ user: UserDto }> => {
      const user = await findByPassword(ctx, input)
      await signInByCookie(ctx, user)
      return { user: toUserDto(user) }
    }),

  /** Who is signed in, if anyone, and whether who isn't may register: what an app asks first. */
  session: publicProcedure.query(
    async ({ ctx }): Promise<{ user: UserDto | null; registration: 'open' | 'closed' }> => {
      const caller = await ctx.caller()
      const { registration } = ctx.services.config
      return { user: caller && toUserDto(caller.user), registration }
    },
  ),

  /** Ends the sign-in this call was made by, on the server. */
  logout: signedInProcedure.mutation(async ({ ctx }): Promise<Record<string, never>> => {
    await endSignIn(ctx.em, { signInId: ctx.signInId, userId: ctx.user.id })
    ctx.note('signed_out', { userId: ctx.user.id })
    if (ctx.request.authorization === undefined)
      ctx.request.setCookie(ctx.lucia.createBlankSessionCookie().serialize())
    return {}
  }),

  /** Signs a device in: a short access token and a refresh token. Errors: as login. */
  token: publicProcedure.input(tokenSchema).mutation(async ({ ctx, input }): Promise<TokenDto> => {
    const user = await findByPassword(ctx, input)
    const session = await beginSignIn(ctx.em, ctx.lucia, user.id, {
      kind: 'device',
      deviceName: input.deviceName,
      userAgent: ctx.request.userAgent,
      address: ctx.request.address,
      passwordHash: user.passwordHash,
    })
    ctx.note('sign_in_succeeded', { userId: user.id, kind: 'device' })
    return answerToken(ctx.services, user.id, session.signInId, session.id)
  }),

  /**
   * Exchanges a refresh token, once, for its successor and an access token.
   * Errors: refresh_spent (within 10 s of its use), refresh_reused (later: the sign-in is over),
   * session_expired, rate_limited.
   */
  refresh: publicProcedure
    .input(refreshSchema)
    .mutation(async ({ ctx, input }): Promise<TokenDto> => {
      await ctx.services.limits.takeRefresh(ctx.request.address, noteLimit(ctx))
      const refreshed = await refreshSignIn(ctx.em, ctx.lucia, {
        refreshToken: input.refreshToken,
        onReuse: (userId) => ctx.note('refresh_reused', { userId }),
      })
      const { user, signInId, refreshToken } = refreshed
      return answerToken(ctx.services, user.id, signInId, refreshToken)
    }),

  /** The caller's own live sign-ins, newest first. */
  sessions: signedInProcedure.query(async ({ ctx }): Promise<SessionDto[]> => {
    const sessions = await ctx.em.find(
      Session,
      { user: ctx.user.id, spentAt: null, expiresAt: { $gt: new Date() } },
      { orderBy: { createdAt: 'desc', id: 'asc' } },
    )
    return sessions.map((session) => toSessionDto(session, ctx.signInId))
  }),

  /** Ends one of the caller's own sign-ins. Errors: not_found. */
  revokeSession: signedInProcedure
    .input(revokeSessionSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      const hasEnded = await endSignIn(ctx.em, { signInId: input.id, userId: ctx.user.id })
      ensure(hasEnded, 'not_found')
      ctx.note('sessions_ended', { userId: ctx.user.id, count: 1, byUserId: ctx.user.id })
      return {}
    }),
})

export const authRouter = mergeRouters(signInRouter, passwordsRouter)

/** The account of that e-mail and password; unknown and wrong cost and answer the same. */
async function findByPassword(
  ctx: Context & { em: SqlEntityManager },
  { email, password }: { email: string; password: string },
): Promise<User> {
  const isText = textSchema.safeParse(email).success
  const user = await checkPassword(ctx, email, async () => {
    const user = isText
      ? await ctx.em.findOne(User, { emailKey: emailKey(email) }, { populate: ['passwordHash'] })
      : null
    return { user, isRight: await verifyPassword(user?.passwordHash, password) }
  })
  if (user.disabledAt) ctx.note('sign_in_failed', { userId: user.id, reason: 'account_disabled' })
  ensure(!user.disabledAt, 'account_disabled')
  return user
}

/** A new session id each time, and the one the browser came with ended: nothing to fixate. */
async function signInByCookie(
  { em, lucia, request, note }: Context & { em: SqlEntityManager },
  user: User,
): Promise<void> {
  const former = readSessionCookie(request.cookie, lucia)
  if (former) await lucia.invalidateSession(former)
  const session = await beginSignIn(em, lucia, user.id, {
    kind: 'browser',
    userAgent: request.userAgent,
    address: request.address,
    passwordHash: user.passwordHash,
  })
  note('sign_in_succeeded', { userId: user.id, kind: 'browser' })
  request.setCookie(lucia.createSessionCookie(session.id).serialize())
}

async function answerToken(
  { accessTokens }: Services,
  userId: string,
  signInId: string,
  refreshToken: string,
): Promise<TokenDto> {
  return {
    accessToken: await accessTokens.sign({ userId, signInId }),
    tokenType: 'Bearer',
    expiresIn: accessTokenSeconds,
    refreshToken,
  }
}
