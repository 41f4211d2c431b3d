import { getQueryKey } from '@trpc/react-query'
import { queryClient, trpc } from '../../lib/trpc.ts'
import { changeQueuedTrack } from '../player/queue-commands.ts'
import { withFavorite, withoutTrack } from './with-favorite.ts'

/** Shows a track as a favourite, or as none, wherever the page has it. */
export function markFavorite(trackId: string, favorite: boolean): void {
  queryClient.setQueriesData({}, (data: unknown) => withFavorite(data, trackId, favorite))
  changeQueuedTrack(trackId, { favorite })
  const favorites = { queryKey: getQueryKey(trpc.favorites.list) }
  if (!favorite) {
    queryClient.setQueriesData(favorites, (data: unknown) => withoutTrack(data, trackId))
  }
}
