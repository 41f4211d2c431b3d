import type { AppRouter, RouterOutputs } from '@segue/api'
import { isUnreachable, onSignedOut } from '@segue/web'
import type { Operation, TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { noticeAlone, noticeConnection } from '../connection.ts'
import { hasKept, noteKept } from './has-kept.ts'
import { lastListener, rememberListener } from './last-listener.ts'

type Input = Record<string, unknown>
type Told =
  | RouterOutputs['playlists']['list']
  | RouterOutputs['playlists']['byId']
  | RouterOutputs['albums']['byId']

const playlistChange = /^playlists\.(add|removeTracks|restoreTracks|move|update|remove|restore)$/

onSignedOut(() => rememberListener(null))

/**
 * Lets what is kept in this browser answer: about streams before the server is asked, about the rest
 * where nobody else does.
 */
export function answerKept(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let subscription = { unsubscribe() {} }
        const give = (data: unknown) => {
          observer.next({ result: { type: 'data', data } })
          observer.complete()
        }
        const ask = () => {
          subscription = next(op).subscribe({
            next({ result }) {
              if (!('data' in result)) return
              noticeConnection(true)
              void notice(op, result.data).then(give, () => give(result.data))
            },
            error(failure) {
              if (!isUnreachable(failure)) return observer.error(failure)
              if (op.signal?.aborted !== true) noticeConnection(false)
              const refuse = () => observer.error(failure)
              void insteadOf(op).then(
                (data) => (data === undefined ? refuse() : give(data)),
                refuse,
              )
            },
          })
        }
        const isAhead = op.path.startsWith('stream.') && hasKept()
        if (isAhead) void ahead(op).then((data) => (data === undefined ? ask() : give(data)), ask)
        else ask()
        return () => subscription.unsubscribe()
      })
}

async function ahead({ path, input }: Operation): Promise<unknown> {
  const { answerAhead } = await import('./kept-answers.ts')
  return answerAhead(path, input as Input)
}

/** undefined: nothing is kept that would answer it. */
async function insteadOf({ path, input }: Operation): Promise<unknown> {
  const user = lastListener()
  if (!user) return undefined
  if (path === 'auth.session') {
    noticeAlone()
    return { user, registration: 'closed' }
  }
  if (!hasKept()) return undefined
  const { answerInstead } = await import('./kept-answers.ts')
  return answerInstead(path, (input ?? {}) as Input)
}

/** Learns from what the server says, and answers with it or with what is better here. */
async function notice({ path, input }: Operation, data: unknown): Promise<unknown> {
  if (/^auth\.(session|login|register)$/.test(path)) {
    await noticeListener((data as RouterOutputs['auth']['session']).user)
  } else if (/^(auth\.logout|me\.delete)$/.test(path)) {
    rememberListener(null)
    if (hasKept()) await forget()
  } else if (hasKept() && path === 'stream.start') {
    const { overKept } = await import('./kept-answers.ts')
    return overKept(input as Input, data as RouterOutputs['stream']['start'])
  } else if (hasKept() && playlistChange.test(path)) {
    const { followSoon } = await import('./follow.ts')
    followSoon()
  } else if (hasKept() && /^((playlists|albums)\.byId|playlists\.list)$/.test(path)) {
    void followIfOther(data as Told)
  }
  return data
}

async function followIfOther(told: Told): Promise<void> {
  const { followIfOther } = await import('./follow.ts')
  await followIfOther('items' in told ? told.items : [told])
}

/** What one listener kept is not there for the next one. */
async function noticeListener(user: RouterOutputs['auth']['session']['user']): Promise<void> {
  rememberListener(user)
  if (user && hasKept()) await forget(user.id)
}

async function forget(except?: string): Promise<void> {
  const { forgetKept } = await import('./kept-cache.ts')
  if (!(await forgetKept({ except }))) noteKept(false)
  const { keptState } = await import('./kept.ts')
  void keptState()
}
