import type { AppRouter } from '@segue/api'
import {
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  type QueryKey,
} from '@tanstack/react-query'
import { getUntypedClient, type TRPCClient } from '@trpc/client'
import { getQueryKey, type CreateTRPCReact } from '@trpc/react-query'

type Options = Record<string, unknown>
type Input = Record<string, unknown> | undefined
type Tree = CreateTRPCReact<AppRouter, unknown>

/** The hooks that this app uses of those that `createTRPCReact` has. */
type UsedHooks = Omit<Tree, `use${string}` | 'Provider' | 'createClient'> & Pick<Tree, 'useQueries'>

/**
 * Procedures as hooks: what `createTRPCReact` of `@trpc/react-query` makes, with its types and its
 * keys, without what it brings for servers, suspense and subscriptions, which is a tenth of a first
 * visit's script.
 */
export function procedureHooks(api: TRPCClient<AppRouter>): UsedHooks {
  const client = getUntypedClient(api)

  const query = (path: string, input: Input, options?: Options) => ({
    ...options,
    queryKey: keyOf(path, input, 'query'),
    queryFn: () => client.query(path, input),
  })

  const hooks: Record<string, (path: string, ...given: never[]) => unknown> = {
    useQuery: (path, input: Input, options?: Options) => useQuery(query(path, input, options)),
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
    // What `getQueryKey` asks a procedure or a router for.
    _def: (path) => ({ path: path.split('.') }),
  }

  const tree = reach([], (path, name, given) =>
    hooks[name]?.(path.join('.'), ...(given as never[])),
  )
  const list = reach([], (path, name, [input, options]) =>
    query([...path, name].join('.'), input as Input, options as Options),
  )
  const together = (choose: (t: unknown) => readonly ReturnType<typeof query>[]) =>
    useQueries({ queries: choose(list) })
  return new Proxy(tree, {
    get: (_, name: string) => (name === 'useQueries' ? together : Reflect.get(tree, name)),
  }) as UsedHooks
}

/** The key of a procedure's answers, as `@trpc/react-query` has it. */
function keyOf(path: string, input?: Input, type?: 'query' | 'infinite') {
  const procedure = { _def: () => ({ path: path.split('.') }) }
  return (getQueryKey as unknown as (of: unknown, ...more: unknown[]) => QueryKey)(
    procedure,
    input,
    type,
  )
}

/** Anything by any path of names, told of when it is called. */
function reach(
  path: readonly string[],
  call: (path: readonly string[], name: string, given: unknown[]) => unknown,
): object {
  const name = path.at(-1) ?? ''
  return new Proxy((...given: unknown[]) => call(path.slice(0, -1), name, given), {
    get: (_, next: string) => reach([...path, next], call),
  })
}
