import { getQueryKey } from '@trpc/react-query'
import { queries, queryClient, trpc } from '../../lib/trpc.ts'
import { disown } from '../player/playback.ts'
import { stop } from '../player/queue-commands.ts'

/**
 * Keeps the music and the lists of one listener from the next one in the same tab, however they came
 * to be signed in: by a form here or in another tab. Who signs in again finds their queue.
 */
export function keepListenersApart(): void {
  let owner: string | null = null
  queryClient.getQueryCache().subscribe(() => {
    const id = queries.auth.session.getData()?.user?.id
    if (id === undefined || id === owner) return
    const hasLeftovers = owner !== null
    owner = id
    if (hasLeftovers) forget()
  })
}

function forget(): void {
  disown()
  stop()
  const session = queryClient
    .getQueryCache()
    .find({ queryKey: getQueryKey(trpc.auth.session, undefined, 'query') })
  void queryClient.resetQueries({ predicate: (query) => query !== session })
}
