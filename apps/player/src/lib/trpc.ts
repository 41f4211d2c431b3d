import { isUnreachable, noticeSignOut, waitForLimits } from '@segue/web'
import type { AppRouter } from '@segue/api'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient } from '@trpc/client'
import { isCutOff } from './connection.ts'
import { answerKept } from './offline/answer-kept.ts'
import { procedureHooks, procedureQueries } from './procedure-hooks.ts'
import { tellOtherTabs } from './tell-other-tabs.ts'

const url = '/trpc'
/** A call about a stream that takes longer is on a line that died without a word. */
const streamLimitMs = 12_000

/**
 * Procedures as plain functions; what they answer is kept nowhere. Calls about streams go alone, so
 * that no slow list holds up the music; a report, and what is taken out of playlists or of the
 * history, outlives the page that sends it.
 */
export const api: TRPCClient<AppRouter> = createTRPCClient<AppRouter>({
  links: [
    waitForLimits(),
    noticeSignOut(),
    answerKept(),
    tellOtherTabs(),
    splitLink({
      // A page that closes waits for no batch.
      condition: ({ path }) => path.startsWith('stream.') || path === 'history.removeMany',
      true: httpLink({
        url,
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            signal: AbortSignal.any(
              [AbortSignal.timeout(streamLimitMs), init?.signal ?? []].flat(),
            ),
            keepalive: /stream\.report|history\.removeMany/.test(String(input)),
          } as RequestInit),
      }),
      false: httpBatchLink({
        url,
        maxItems: 10,
        maxURLLength: 4000,
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            keepalive: /playlists\.(remove|restore)|queue\.progress/.test(String(input)),
          } as RequestInit),
      }),
    }),
  ],
})

/** Procedures as hooks. */
export const trpc: ReturnType<typeof procedureHooks> = procedureHooks(api)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isUnreachable(error) && !isCutOff(),
      // Without the network a call fails at once, and what is kept answers.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
})

/** The query cache by the names of procedures. */
export const queries: ReturnType<typeof procedureQueries> = procedureQueries(api, queryClient)
