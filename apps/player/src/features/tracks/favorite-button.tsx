import { classNames, IconButton, showToast } from '@segue/ui'
import { Heart } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { markFavorite } from './mark-favorite.ts'

export interface FavoriteButtonProps {
  track: Track
  /** What it will be, before the row may go off a list of favourites. */
  onChange?(favorite: boolean): void
}

/** Makes a track a favourite, or none; shown at once and taken back where the server refuses. */
export function FavoriteButton({ track, onChange }: FavoriteButtonProps) {
  const { mutate } = trpc.favorites.set.useMutation({
    // One after the other: the last press is what stands.
    scope: { id: `favorite ${track.id}` },
    onMutate: ({ trackId, favorite }) => markFavorite(trackId, favorite),
    onSuccess({ favorite }) {
      if (favorite) void queries.favorites.list.invalidate()
    },
    onError(error, { trackId, favorite }) {
      markFavorite(trackId, !favorite)
      if (!favorite) void queries.favorites.list.invalidate()
      const title = messages.favorites.failed(track.title)
      showToast({ title, detail: errorSentence(error), isProblem: true })
    },
  })
  return (
    <IconButton
      label={messages.row.favorite(track.title)}
      aria-pressed={track.favorite}
      data-favorite={track.id}
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
