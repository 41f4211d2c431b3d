import { FavoriteButton } from './favorite-button.tsx'
import { TrackMenu, type TrackMenuProps } from './track-menu.tsx'

/** The heart of a track and its menu: the last cell of every list of tracks. */
export function TrackActions({ onFavorite, ...menu }: TrackMenuProps) {
  return (
    <div className="flex justify-end">
      <FavoriteButton track={menu.track} onChange={onFavorite} />
      <TrackMenu {...menu} onFavorite={onFavorite} />
    </div>
  )
}
