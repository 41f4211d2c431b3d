import { Dialog } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { endPlaylistChoice, usePlaylistChoice } from '../../lib/playlist-choice.ts'
import { PlaylistChoice } from './playlist-choice.tsx'

const { playlists } = messages

/** The window that asks into which playlist the chosen tracks go. */
export function AddToPlaylist() {
  const { isOpen, tracks, moving, chosen } = usePlaylistChoice()
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={endPlaylistChoice}
      title={moving ? playlists.moveTitle : playlists.addTitle}
      detail={playlists.addDetail(tracks.length, tracks[0]?.title ?? '')}
      closeLabel={messages.close}
    >
      <PlaylistChoice tracks={tracks} moving={moving} chosen={chosen} />
    </Dialog>
  )
}
