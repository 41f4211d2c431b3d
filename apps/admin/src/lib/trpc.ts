import { isUnreachable, noticeSignOut, waitForLimits } from '@segue/web'
import type { AppRouter } from '@segue/api'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient } from '@trpc/client'
import { createTRPCQueryUtils, createTRPCReact, type CreateTRPCReact } from '@trpc/react-query'

const url = '/trpc'

/** Procedures as hooks. */
export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>()

/** Procedures as plain functions. Each change goes alone: checking one file must not hold up others. */
export const api: TRPCClient<AppRouter> = createTRPCClient<AppRouter>({
  links: [
    waitForLimits(),
    noticeSignOut(),
    splitLink({
      condition: ({ type }) => type === 'mutation',
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxItems: 10, maxURLLength: 4000 }),
    }),
  ],
})

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isUnreachable(error),
    },
  },
})

/** The query cache by the names of procedures. */
export const queries: ReturnType<typeof createTRPCQueryUtils<AppRouter>> = createTRPCQueryUtils({
  queryClient,
  client: api,
})
