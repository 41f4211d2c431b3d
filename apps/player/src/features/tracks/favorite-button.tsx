import { classNames, IconButton, showToast } from '@segue/ui'
import { Heart } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { queries, queryClient, trpc } from '../../lib/trpc.ts'
import { markFavorite } from './mark-favorite.ts'

export interface FavoriteButtonProps {
  track: Track
  /** What it will be, before the row may go off a list of favourites. */
  onChange?(favorite: boolean): void
}

const scope = { id: 'favorites' }

/** Makes a track a favourite, or none; shown at once and taken back where the server refuses. */
export function FavoriteButton({ track, onChange }: FavoriteButtonProps) {
  const { mutate } = trpc.favorites.set.useMutation({
    // One after the other: the last press is what stands, and favourites are in the order of presses.
    scope,
    onMutate({ trackId, favorite }) {
      void queries.favorites.list.cancel()
      markFavorite(trackId, favorite)
    },
    onSuccess({ favorite }, { trackId }) {
      // Another list that was asked for before may have come in between.
      if (isLast(trackId)) markFavorite(trackId, favorite)
    },
    onError(error, { trackId, favorite }) {
      if (isLast(trackId)) markFavorite(trackId, !favorite)
      const title = messages.favorites.failed(track.title)
      showToast({ title, detail: errorSentence(error), isProblem: true })
    },
    onSettled: () => void queries.favorites.list.invalidate(),
  })
  return (
    <IconButton
      label={messages.row.favorite(track.title)}
      aria-pressed={track.favorite}
      size="sm"
      disabled={!track.available && !track.favorite}
      onClick={() => {
        onChange?.(!track.favorite)
        mutate({ trackId: track.id, favorite: !track.favorite })
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Heart
        aria-hidden
        className={classNames('size-4', track.favorite && 'fill-accent text-accent')}
      />
    </IconButton>
  )
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
