import { Cover } from '@segue/ui'
import { messages } from './messages.ts'
import type { Track } from './track.ts'

export interface TrackCellProps {
  track: Pick<Track, 'title' | 'artist' | 'album' | 'coverUrl' | 'available'>
  /** A further line, where the width has no column for it. */
  note?: string
}

/** A track in a list: its cover, title and artist. */
export function TrackCell({ track, note }: TrackCellProps) {
  const { title, artist, album, coverUrl, available } = track
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Cover path={coverUrl} name={album?.title ?? title} sizes="44px" className="size-11" />
      <div className="min-w-0">
        <p className="truncate font-medium">{title}</p>
        <p className="truncate text-ink-soft">
          {available ? artist.name : `${artist.name} · ${messages.list.removedTrack}`}
        </p>
        {note !== undefined && <p className="truncate text-xs text-ink-faint md:hidden">{note}</p>}
      </div>
    </div>
  )
}
