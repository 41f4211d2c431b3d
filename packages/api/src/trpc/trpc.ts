import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { TRPCError } from '@trpc/server'
import { initTRPC } from '@trpc/server'

import { readSessionCookie } from '../credentials/session-cookie.ts'
import { DomainError, ensure } from '../errors.ts'
import type { Context } from './context.ts'
import { countCall } from './count-call.ts'
import { describeError, requestIdOf, toDomainError, toTrpcError } from './errors.ts'

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const { code, httpStatus, path } = shape.data
    const details = describeError(error)
    return {
      code: shape.code,
      message: error.code === 'INTERNAL_SERVER_ERROR' ? 'internal error' : details.reason,
      data: {
        code,
        httpStatus,
        path,
        ...details,
        requestId: ctx?.request.requestId ?? requestIdOf(error),
      },
    }
  },
})

export const { router, mergeRouters, createCallerFactory } = t

/** Tells the observer of each call what came of it, and how long it took. */
const observed = t.procedure.use(async ({ ctx, next, path: procedure }) => {
  const began = performance.now()
  const result = await next()
  const outcome = result.ok ? 'ok' : describeError(result.error).reason
  const seconds = (performance.now() - began) / 1000
  ctx.services.config.observer?.onCall({ procedure, outcome, seconds })
  return result
})

/**
 * Gives the procedure an EntityManager of its own, since the calls of a batch share a context, and
 * turns what it throws into a coded refusal.
 */
const coded = observed.use(async ({ ctx, next, path }) => {
  const em: SqlEntityManager = ctx.services.orm.em.fork()
  const result = await next({ ctx: { em } })
  if (result.ok || isFromTrpc(result.error)) return result
  const refusal = toDomainError(result.error.cause ?? result.error)
  if (refusal.reason === 'internal_error')
    ctx.services.logger.error(
      { err: refusal.cause, path, requestId: ctx.request.requestId },
      'a call failed',
    )
  throw toTrpcError(refusal)
})

/** Thrown by tRPC itself (input that does not fit, say): its code stands. */
function isFromTrpc(error: TRPCError): boolean {
  return error.code !== 'INTERNAL_SERVER_ERROR'
}

const base = coded.use(async ({ ctx, next }) => {
  await countCall(ctx)
  return next()
})

/** For anyone, signed in or not. */
export const publicProcedure = base

/** For whoever is signed in: `ctx.user`, and the sign-in's id. */
export const signedInProcedure = base.use(async ({ ctx, next }) => {
  const caller = await ctx.caller()
  const cameSignedIn = readSessionCookie(ctx.request.cookie, ctx.lucia) !== null
  ensure(caller, cameSignedIn ? 'session_expired' : 'signed_out')
  return next({ ctx: { user: caller.user, signInId: caller.signInId } })
})

/** For the keepers of the library. */
export const adminProcedure = signedInProcedure.use(({ ctx, next, path }) => {
  if (ctx.user.role !== 'admin') {
    ctx.note('access_denied', { userId: ctx.user.id, path })
    throw new DomainError('forbidden')
  }
  return next()
})
