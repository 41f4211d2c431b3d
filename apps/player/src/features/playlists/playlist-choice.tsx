import { Button, showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import { endPlaylistChoice } from '../../lib/playlist-choice.ts'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { addTracks, type Addition } from './add-tracks.ts'
import { NewPlaylistField } from './new-playlist-field.tsx'
import { OwnPlaylists } from './own-playlists.tsx'

const { playlists } = messages

/** A new playlist or one of the listener's own; asks where the track is in it already. */
export function PlaylistChoice({ tracks }: { tracks: readonly Track[] }) {
  const [duplicateIn, setDuplicateIn] = useState<Playlist | null>(null)
  const add = useMutation({
    mutationFn: (addition: Addition) => addTracks(addition),
    onSuccess(added, { playlist: { name }, tracks, playlist }) {
      const isDuplicate = added === 0 && tracks.length === 1
      if (isDuplicate) return setDuplicateIn(playlist)
      endPlaylistChoice()
      const skipped = tracks.length - added
      showToast({
        title: skipped > 0 ? playlists.addedSome(added, skipped, name) : playlists.added(name),
      })
    },
  })
  if (duplicateIn) {
    return (
      <div role="alert">
        <p className="text-sm text-ink-soft">
          {playlists.duplicate(tracks[0]?.title ?? '', duplicateIn.name)}
        </p>
        <FormProblem error={add.error} />
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that had the focus is gone */}
          <Button autoFocus onClick={endPlaylistChoice}>
            {playlists.skip}
          </Button>
          <Button
            look="primary"
            isBusy={add.isPending}
            onClick={() => add.mutate({ playlist: duplicateIn, tracks, onDuplicate: 'add' })}
          >
            {playlists.addAnyway}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="space-y-5">
      <NewPlaylistField
        onCreated={(playlist) => add.mutate({ playlist, tracks, onDuplicate: 'add' })}
      />
      <FormProblem error={add.error} />
      <OwnPlaylists
        isDisabled={add.isPending}
        onChoose={(playlist) => add.mutate({ playlist, tracks, onDuplicate: 'skip' })}
      />
    </div>
  )
}
