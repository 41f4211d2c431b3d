import { messages } from '../../lib/messages.ts'
import { useCurrentTrack, usePlayer } from './player-store.ts'

/** The tab's title: what plays, else the page's name. */
export function PageTitle({ page }: { page: string }) {
  const track = useCurrentTrack()
  const isPlaying = usePlayer((state) => state.isPlaying)
  return (
    <title>
      {track && isPlaying
        ? `${track.title} · ${track.artist.name}`
        : `${page} · ${messages.appName}`}
    </title>
  )
}
