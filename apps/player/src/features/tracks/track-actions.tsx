import { FavoriteButton, type FavoriteButtonProps } from './favorite-button.tsx'
import { TrackMenu, type TrackMenuProps } from './track-menu.tsx'

export interface TrackActionsProps extends TrackMenuProps {
  onFavorite?: FavoriteButtonProps['onChange']
}

/** The heart of a track and its menu: the last cell of every list of tracks. */
export function TrackActions({ onFavorite, ...menu }: TrackActionsProps) {
  return (
    <div className="flex justify-end">
      <FavoriteButton track={menu.track} onChange={onFavorite} />
      <TrackMenu {...menu} />
    </div>
  )
}
