import { IconButton, SelectionBar, showToast, Spinner } from '@segue/ui'
import { Heart, HeartOff, ListEnd, ListPlus, ListStart } from 'lucide-react'
import type { ReactNode } from 'react'
import { messages } from '../../lib/messages.ts'
import { choosePlaylistFor } from '../../lib/playlist-choice.ts'
import type { Track } from '../../lib/track.ts'
import { addToQueue, playNext } from '../player/queue-commands.ts'
import { setFavorite } from './set-favorite.ts'

const { choosing } = messages
const icon = 'size-4'

export interface ChosenTracksBarProps {
  tracks: readonly Track[]
  /** More of them are on their way. */
  isBusy: boolean
  onClear(): void
  /** What can be done with them in this list besides. */
  children?: ReactNode
}

/** What can be done with the chosen tracks of a list; removed ones are passed over. */
export function ChosenTracksBar({ tracks, isBusy, onClear, children }: ChosenTracksBarProps) {
  const playable = tracks.filter(({ available }) => available)
  const areFavorites = tracks.length > 0 && tracks.every(({ favorite }) => favorite)
  const isDisabled = isBusy || playable.length === 0
  const FavoriteIcon = areFavorites ? HeartOff : Heart
  return (
    <SelectionBar
      label={isBusy ? choosing.waiting : choosing.chosen(tracks.length)}
      clearLabel={choosing.end}
      onClear={onClear}
    >
      {isBusy && <Spinner />}
      <IconButton
        label={choosing.playNext}
        size="sm"
        disabled={isDisabled}
        onClick={() => {
          playNext(playable)
          showToast({ title: choosing.playsNext(playable.length) })
          onClear()
        }}
      >
        <ListStart aria-hidden className={icon} />
      </IconButton>
      <IconButton
        label={choosing.addToQueue}
        size="sm"
        disabled={isDisabled}
        onClick={() => {
          addToQueue(playable)
          showToast({ title: choosing.queued(playable.length) })
          onClear()
        }}
      >
        <ListEnd aria-hidden className={icon} />
      </IconButton>
      <IconButton
        label={choosing.addToPlaylist}
        size="sm"
        disabled={isDisabled}
        onClick={() => choosePlaylistFor(playable)}
      >
        <ListPlus aria-hidden className={icon} />
      </IconButton>
      <IconButton
        label={areFavorites ? choosing.unfavorite : choosing.favorite}
        size="sm"
        disabled={isDisabled}
        onClick={() => {
          const changed = playable.filter(({ favorite }) => favorite === areFavorites)
          for (const track of changed) setFavorite(track, !areFavorites)
        }}
      >
        <FavoriteIcon aria-hidden className={icon} />
      </IconButton>
      {children}
    </SelectionBar>
  )
}
