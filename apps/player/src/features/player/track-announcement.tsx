import { VisuallyHidden } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { useCurrentTrack, usePlayer } from './player-store.ts'

/**
 * Tells a screen reader what plays, once for each track: neither a pause nor a queue that merely waits
 * says anything.
 */
export function TrackAnnouncement() {
  const track = useCurrentTrack()
  const isPlaying = usePlayer((state) => state.isPlaying)
  const [said, setSaid] = useState(track)
  const isNews = isPlaying && track?.id !== said?.id
  if (isNews) setSaid(track)
  return (
    <VisuallyHidden aria-live="polite">
      {said && messages.player.nowPlaying(said.title, said.artist.name)}
    </VisuallyHidden>
  )
}
