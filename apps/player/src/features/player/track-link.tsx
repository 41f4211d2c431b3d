import { Link } from '@tanstack/react-router'
import type { Track } from '../../lib/track.ts'

/** The title of a track, leading to its album where it has one. */
export function TrackLink({ track }: { track: Track }) {
  return track.album ? (
    <Link to="/albums/$id" params={{ id: track.album.id }} className="rounded-sm hover:underline">
      {track.title}
    </Link>
  ) : (
    track.title
  )
}
