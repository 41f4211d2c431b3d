import { coverSource } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { next, pause, previous, resume, seek } from './playback.ts'
import { usePlayer } from './player-store.ts'
import { currentEntry } from './queue.ts'

/** Lets the keys of a keyboard, a headset and a lock screen play, and shows them what plays. */
export function connectMediaSession(): void {
  if (!('mediaSession' in navigator)) return
  const session = navigator.mediaSession
  session.setActionHandler('play', () => void resume())
  session.setActionHandler('pause', pause)
  session.setActionHandler('nexttrack', next)
  session.setActionHandler('previoustrack', previous)
  session.setActionHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) seek(seekTime)
  })
  usePlayer.subscribe((state, before) => {
    session.playbackState = state.isPlaying ? 'playing' : 'paused'
    const track = currentEntry(state.queue)?.item
    if (track === currentEntry(before.queue)?.item) return
    session.metadata = track
      ? new MediaMetadata({
          title: track.title,
          artist: track.artist.name,
          album: track.album?.title ?? messages.appName,
          artwork: artwork(track.coverUrl),
        })
      : null
  })
}

function artwork(path: string | null): MediaImage[] {
  if (path === null) return []
  return ([96, 320, 640] as const).map((width) => ({
    src: coverSource(path, width).src,
    sizes: `${width}x${width}`,
  }))
}
