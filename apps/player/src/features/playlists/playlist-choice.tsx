import { showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import { endPlaylistChoice, type Moving } from '../../lib/playlist-choice.ts'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { addTracks, countContained, takeBack, type Addition } from './add-tracks.ts'
import { DuplicateQuestion } from './duplicate-question.tsx'
import { NewPlaylistField } from './new-playlist-field.tsx'
import { OwnPlaylists } from './own-playlists.tsx'

const { playlists } = messages

export interface PlaylistChoiceProps {
  tracks: readonly Track[]
  moving: Moving | null
}

/** A new playlist or one of the listener's own; asks where tracks are in it already. */
export function PlaylistChoice({ tracks, moving }: PlaylistChoiceProps) {
  const [asked, setAsked] = useState<{ playlist: Playlist; count: number } | null>(null)
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

interface Added {
  playlist: Playlist
  entryIds: readonly string[]
  asked: number
  /** Puts what was moved back to where it came from. */
  putBack: (() => void) | undefined
}

function sayAdded({ playlist, entryIds, asked, putBack }: Added): void {
  const skipped = asked - entryIds.length
  showToast({
    title: putBack
      ? playlists.movedToPlaylist(asked, playlist.name)
      : skipped > 0
        ? playlists.addedSome(entryIds.length, skipped, playlist.name)
        : playlists.added(playlist.name),
    action: {
      label: playlists.undo,
      onSelect() {
        putBack?.()
        takeBack(playlist, entryIds).catch((error: unknown) =>
          showToast({
            title: playlists.notKept,
            detail: errorSentence(error),
            isProblem: true,
          }),
        )
      },
    },
  })
}
