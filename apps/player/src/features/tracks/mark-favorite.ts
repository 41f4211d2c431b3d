import { queryClient, trpc } from '../../lib/trpc.ts'
import { changeQueuedTrack } from '../player/queue-commands.ts'
import { pagesWithout, type CachedRows } from './pages-without.ts'
import { withFavorite } from './with-favorite.ts'
import { procedureKey } from '../../lib/procedure-key.ts'

/** Shows a track as a favourite, or as none, wherever the page has it. */
export function markFavorite(trackId: string, favorite: boolean): void {
  queryClient.setQueriesData({}, (data: unknown) => withFavorite(data, trackId, favorite))
  changeQueuedTrack(trackId, { favorite })
  if (!favorite) takeOffFavorites(trackId)
}

function takeOffFavorites(trackId: string): void {
  const lists = queryClient
    .getQueriesData<CachedRows[1]>({ queryKey: procedureKey(trpc.favorites.list) })
    .filter((list): list is [CachedRows[0], CachedRows[1]] => list[1] !== undefined)
  const changed = pagesWithout(lists, trackId)
  for (const [key, data] of changed) queryClient.setQueryData(key, data)
  if (changed.length === 0) return
  queryClient.setQueryData(
    procedureKey(trpc.favorites.count, undefined, 'query'),
    (counted: { count: number } | undefined) => counted && { count: counted.count - 1 },
  )
}
