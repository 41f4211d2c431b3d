import { Link } from '@tanstack/react-router'
import type { Track } from './track.ts'

/** The name of an artist, leading to their page. */
export function ArtistLink({ artist }: { artist: Track['artist'] }) {
  return (
    <Link
      to="/artists/$id"
      params={{ id: artist.id }}
      className="rounded-sm hover:text-ink hover:underline"
    >
      {artist.name}
    </Link>
  )
}
