import { classNames } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { useState, type DragEvent } from 'react'
import { areTracksOver, droppedTracks } from '../../lib/dragged-tracks.ts'
import type { Playlist } from '../../lib/playlist.ts'

/** A playlist in the navigation; tracks that are dropped on it go into it. */
export function PlaylistNavLink({ playlist }: { playlist: Playlist }) {
  const [isOver, setIsOver] = useState(false)

  async function drop(event: DragEvent) {
    if (!areTracksOver(event)) return
    event.preventDefault()
    setIsOver(false)
    const tracks = droppedTracks(event)
    if (tracks.length === 0) return
    const { dropTracks } = await import('./drop-tracks.ts')
    await dropTracks(playlist, tracks)
  }

  return (
    <Link
      to="/playlists/$id"
      params={{ id: playlist.id }}
      onDragOver={(event) => {
        if (!areTracksOver(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => void drop(event)}
      className={classNames(
        'block truncate rounded-md px-2.5 py-1.5 text-sm text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-accent',
        isOver && 'bg-accent-wash text-ink outline-2 outline-accent',
      )}
    >
      {playlist.name}
    </Link>
  )
}
