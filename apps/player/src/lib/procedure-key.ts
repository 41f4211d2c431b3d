import type { QueryKey } from '@tanstack/react-query'
import type { getQueryKey } from '@trpc/react-query'

type Input = Record<string, unknown> | undefined

/**
 * The key of a procedure's answers, or of all below a router: what `getQueryKey` of
 * `@trpc/react-query` makes, without the helpers it brings for old browsers.
 */
export const procedureKey = ((
  { _def }: { _def(): { path: string[] } },
  input?: unknown,
  type?: 'query' | 'infinite',
) => keyOf(_def().path.join('.'), input as Input, type)) as unknown as typeof getQueryKey

/** The same by the procedure's name, such as `tracks.list`. */
export function keyOf(path: string, input?: Input, type?: 'query' | 'infinite'): QueryKey {
  const names = path.split('.')
  if (type === undefined) return input === undefined ? [names] : [names, { input }]
  if (input === undefined) return [names, { type }]
  if (type === 'query') return [names, { input, type }]
  const { cursor: _, direction: __, ...rest } = input
  return [names, { input: rest, type }]
}
