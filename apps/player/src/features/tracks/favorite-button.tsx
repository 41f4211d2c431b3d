import { classNames, IconButton } from '@segue/ui'
import { Heart } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { setFavorite } from './set-favorite.ts'

export interface FavoriteButtonProps {
  track: Track
  /** What it will be, before the row may go off a list of favourites. */
  onChange?(favorite: boolean): void
}

/** Makes a track a favourite, or none. */
export function FavoriteButton({ track, onChange }: FavoriteButtonProps) {
  return (
    <IconButton
      label={messages.row.favorite(track.title)}
      aria-pressed={track.favorite}
      size="sm"
      disabled={!track.available && !track.favorite}
      onClick={() => {
        onChange?.(!track.favorite)
        setFavorite(track, !track.favorite)
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
