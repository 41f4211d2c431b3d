import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { endPlaylistChoice, type Chosen, type Moving } from '../../lib/playlist-choice.ts'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { addTracks, countContained, type Addition } from './add-tracks.ts'
import { DuplicateQuestion } from './duplicate-question.tsx'
import { NewPlaylistField } from './new-playlist-field.tsx'
import { OwnPlaylists } from './own-playlists.tsx'
import { sayAdded } from './say-added.ts'

export interface PlaylistChoiceProps {
  tracks: readonly Track[]
  moving: Moving | null
  chosen: Chosen | null
}

/** A new playlist or one of the listener's own; asks where tracks are in it already. */
export function PlaylistChoice({ tracks, moving, chosen }: PlaylistChoiceProps) {
  const [asked, setAsked] = useState(chosen)
  const add = useMutation({
    mutationFn: (addition: Addition) => addTracks(addition),
    onSuccess(entryIds, { playlist }) {
      endPlaylistChoice()
      sayAdded({ playlist, entryIds, asked: tracks.length, putBack: moving?.takeOut() })
    },
  })
  const choose = useMutation({
    mutationFn: (playlist: Playlist) => countContained(playlist, tracks),
    onSuccess(count, playlist) {
      if (count > 0) setAsked({ playlist, count })
      else add.mutate({ playlist, tracks, onDuplicate: 'add' })
    },
  })
  if (asked) {
    const { playlist, count } = asked
    return (
      <DuplicateQuestion
        {...{ playlist, tracks, count }}
        isBusy={add.isPending}
        error={add.error}
        onAnswer={(onDuplicate) => add.mutate({ playlist, tracks, onDuplicate })}
      />
    )
  }
  return (
    <div className="space-y-5">
      <NewPlaylistField
        onCreated={(playlist) => add.mutate({ playlist, tracks, onDuplicate: 'add' })}
      />
      <FormProblem error={add.error ?? choose.error} />
      <OwnPlaylists
        isDisabled={add.isPending || choose.isPending}
        onChoose={(playlist) => choose.mutate(playlist)}
      />
    </div>
  )
}
