import { Link } from '@tanstack/react-router'
import type { Track } from './track.ts'

/** The title of an album, leading to its page; nothing where there is none. */
export function AlbumLink({ album }: { album: Track['album'] }) {
  return (
    album && (
      <Link
        to="/albums/$id"
        params={{ id: album.id }}
        className="rounded-sm hover:text-ink hover:underline"
      >
        {album.title}
      </Link>
    )
  )
}
