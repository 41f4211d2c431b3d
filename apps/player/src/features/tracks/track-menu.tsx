import { IconButton, Menu, showToast, type MenuItem } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import {
  Disc3,
  Ellipsis,
  Heart,
  Info,
  ListEnd,
  ListPlus,
  ListStart,
  MicVocal,
  SquareCheck,
} from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { choosePlaylistFor } from '../../lib/playlist-choice.ts'
import type { Track } from '../../lib/track.ts'
import { showTrackDetails } from '../../lib/track-details.ts'
import { addToQueue, playNext } from '../player/queue-commands.ts'
import { setFavorite } from './set-favorite.ts'

const { row } = messages
const icon = 'size-4 text-ink-faint'

export interface TrackMenuProps {
  track: Track
  /** What can be done with its row in this list besides; asked for once the menu is open. */
  items?(): readonly MenuItem[]
  /** What it will be, before the row may go off a list of favourites. */
  onFavorite?(favorite: boolean): void
  /** Begins to choose rows, with this one. */
  onChoose?(): void
  /** Tells the buttons of rows apart, where the focus has to be led from one to another. */
  rowKey?: string
}

/** What else can be done with a track in a list. */
export function TrackMenu(props: TrackMenuProps) {
  const { track, items, rowKey } = props
  const navigate = useNavigate()
  return (
    <Menu
      trigger={
        <IconButton
          label={row.more(track.title)}
          data-row={rowKey}
          size="sm"
          disabled={!track.available && !items}
        >
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={() => [...itemsOf(props, navigate), ...(items?.() ?? [])]}
    />
  )
}

/** What can be done with a track in any list. */
function itemsOf(
  { track, onFavorite, onChoose }: TrackMenuProps,
  navigate: ReturnType<typeof useNavigate>,
): MenuItem[] {
  const isDisabled = !track.available
  const album = track.album
  const own: MenuItem[] = [
    {
      label: row.playNext,
      icon: <ListStart aria-hidden className={icon} />,
      isDisabled,
      onSelect() {
        playNext([track])
        showToast({ title: row.playsNext(track.title) })
      },
    },
    {
      label: row.addToQueue,
      icon: <ListEnd aria-hidden className={icon} />,
      isDisabled,
      onSelect() {
        addToQueue([track])
        showToast({ title: row.added(track.title) })
      },
    },
    {
      label: row.addToPlaylist,
      icon: <ListPlus aria-hidden className={icon} />,
      isDisabled,
      onSelect: () => choosePlaylistFor([track]),
    },
    {
      label: row.goToArtist,
      icon: <MicVocal aria-hidden className={icon} />,
      isDisabled,
      onSelect: () => void navigate({ to: '/artists/$id', params: { id: track.artist.id } }),
    },
  ]
  if (album) {
    own.push({
      label: row.goToAlbum,
      icon: <Disc3 aria-hidden className={icon} />,
      isDisabled,
      onSelect: () => void navigate({ to: '/albums/$id', params: { id: album.id } }),
    })
  }
  own.push(
    {
      label: track.favorite ? messages.choosing.unfavorite : messages.choosing.favorite,
      icon: <Heart aria-hidden className={icon} />,
      isDisabled,
      onSelect() {
        onFavorite?.(!track.favorite)
        setFavorite(track, !track.favorite)
      },
    },
    {
      label: messages.details.open,
      icon: <Info aria-hidden className={icon} />,
      isDisabled,
      onSelect: () => showTrackDetails(track),
    },
  )
  if (onChoose) {
    own.push({
      label: messages.choosing.start,
      icon: <SquareCheck aria-hidden className={icon} />,
      onSelect: onChoose,
    })
  }
  return own
}
