import type { AppRouter } from '@segue/api'
import { useInfiniteQuery, useMutation, useQuery, type QueryClient } from '@tanstack/react-query'
import { getUntypedClient, type TRPCClient } from '@trpc/client'
import type { createTRPCQueryUtils, CreateTRPCReact } from '@trpc/react-query'
import { keyOf } from './procedure-key.ts'

type Options = Record<string, unknown>
type Input = Record<string, unknown> | undefined
type Tree = CreateTRPCReact<AppRouter, unknown>

/** The hooks that this app uses of those that `createTRPCReact` has. */
type UsedHooks = Omit<Tree, `use${string}` | 'Provider' | 'createClient'>

/**
 * Procedures as hooks: what `createTRPCReact` of `@trpc/react-query` makes, with its types and its
 * keys, without what it brings for servers, suspense and subscriptions, which would be a good part
 * of a first visit's script.
 */
export function procedureHooks(api: TRPCClient<AppRouter>): UsedHooks {
  const client = getUntypedClient(api)
  const hooks: Record<string, (path: string, ...given: never[]) => unknown> = {
    useQuery: (path, input: Input, options?: Options) =>
      useQuery({ ...options, ...asked(client, path, input) }),
    useInfiniteQuery: (path, input: Input, options: Options) =>
      useInfiniteQuery({
        ...(options as { getNextPageParam(): unknown }),
        initialPageParam: options['initialCursor'] ?? null,
        queryKey: keyOf(path, input, 'infinite'),
        queryFn: ({ pageParam }) =>
          client.query(path, pageParam === null ? input : { ...input, cursor: pageParam }),
      }),
    useMutation: (path, options?: Options) =>
      useMutation({
        ...options,
        mutationKey: keyOf(path),
        mutationFn: (input: unknown) => client.mutation(path, input),
      }),
    // What `procedureKey` asks a procedure or a router for.
    _def: (path) => ({ path: path.split('.') }),
  }
  return reach([], (path, name, given) =>
    hooks[name]?.(path, ...(given as never[])),
  ) as unknown as UsedHooks
}

/** The cache of answers by procedures: what this app uses of `createTRPCQueryUtils`. */
export function procedureQueries(
  api: TRPCClient<AppRouter>,
  cache: QueryClient,
): ReturnType<typeof createTRPCQueryUtils<AppRouter>> {
  const client = getUntypedClient(api)
  const actions: Record<string, (path: string, input: Input, ...more: never[]) => unknown> = {
    cancel: (path, input) => cache.cancelQueries({ queryKey: keyOf(path, input) }),
    invalidate: (path, input, filters?: Options) =>
      cache.invalidateQueries({ ...filters, queryKey: keyOf(path, input) }),
    fetch: (path, input, options?: Options) =>
      cache.fetchQuery({ ...options, ...asked(client, path, input) }),
    ensureData: (path, input, options?: Options) =>
      cache.ensureQueryData({ ...options, ...asked(client, path, input) }),
    getData: (path, input) => cache.getQueryData(keyOf(path, input, 'query')),
    setData: (path, input, data: unknown) => cache.setQueryData(keyOf(path, input, 'query'), data),
    getInfiniteData: (path, input) => cache.getQueryData(keyOf(path, input, 'infinite')),
    setInfiniteData: (path, input, data: unknown) =>
      cache.setQueryData(keyOf(path, input, 'infinite'), data),
  }
  return reach([], (path, name, [input, ...more]) =>
    actions[name]?.(path, input as Input, ...(more as never[])),
  ) as unknown as ReturnType<typeof createTRPCQueryUtils<AppRouter>>
}

function asked(client: ReturnType<typeof getUntypedClient>, path: string, input: Input) {
  return { queryKey: keyOf(path, input, 'query'), queryFn: () => client.query(path, input) }
}

/** Anything by any path of names, told of when it is called. */
function reach(
  path: readonly string[],
  call: (path: string, name: string, given: unknown[]) => unknown,
): object {
  const name = path.at(-1) ?? ''
  return new Proxy((...given: unknown[]) => call(path.slice(0, -1).join('.'), name, given), {
    get: (_, next: string) => reach([...path, next], call),
  })
}
