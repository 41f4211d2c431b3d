import type { RouterInputs } from '@segue/api'
import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { api, queryClient, trpc } from '../../lib/trpc.ts'
import { markFavorite } from './mark-favorite.ts'
import { procedureKey } from '../../lib/procedure-key.ts'

const scope = { id: 'favorites' }
const favorites = { queryKey: procedureKey(trpc.favorites) }

type Change = RouterInputs['favorites']['set']

/** Makes a track a favourite, or none; shown at once and taken back where the server refuses. */
export function setFavorite({ id: trackId, title }: Track, favorite: boolean): void {
  const mutation = queryClient.getMutationCache().build(queryClient, {
    // One after the other: the last press is what stands, and favourites are in the order of presses.
    scope,
    mutationFn: (change: Change) => api.favorites.set.mutate(change),
    onMutate() {
      void queryClient.cancelQueries(favorites)
      markFavorite(trackId, favorite)
    },
    onSuccess(answer) {
      // Another list that was asked for before may have come in between.
      if (isLast(trackId)) markFavorite(trackId, answer.favorite)
    },
    onError(error) {
      if (isLast(trackId)) markFavorite(trackId, !favorite)
      const detail = errorSentence(error)
      showToast({ title: messages.favorites.failed(title), detail, isProblem: true })
    },
    async onSettled() {
      // What was asked for before would be taken for the answer to what is asked for now.
      await queryClient.cancelQueries(favorites)
      await queryClient.invalidateQueries(favorites)
    },
  })
  mutation.execute({ trackId, favorite }).catch(() => {
    // Told above.
  })
}

/** No later press on the same heart waits for the one that is being answered. */
function isLast(trackId: string): boolean {
  const presses = queryClient.getMutationCache().findAll({
    status: 'pending',
    predicate: ({ options, state }) =>
      options.scope?.id === scope.id &&
      (state.variables as { trackId?: string } | undefined)?.trackId === trackId,
  })
  return presses.length <= 1
}
