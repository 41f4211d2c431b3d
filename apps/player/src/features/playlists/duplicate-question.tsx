import { Button } from '@segue/ui'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import { endPlaylistChoice } from '../../lib/playlist-choice.ts'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import type { Addition } from './add-tracks.ts'

const { playlists } = messages

export interface DuplicateQuestionProps {
  playlist: Playlist
  tracks: readonly Track[]
  /** How many of them are in it already. */
  count: number
  isBusy: boolean
  error: unknown
  onAnswer(onDuplicate: Addition['onDuplicate']): void
}

/** Asks what to do about tracks that are in a playlist already: not again, or all of them. */
export function DuplicateQuestion(props: DuplicateQuestionProps) {
  const { playlist, tracks, count, isBusy, onAnswer } = props
  const hasNew = count < tracks.length
  return (
    <div role="alert">
      <p className="text-sm text-ink-soft">
        {tracks.length === 1
          ? playlists.duplicate(tracks[0]?.title ?? '', playlist.name)
          : playlists.duplicates(count, tracks.length, playlist.name)}
      </p>
      <FormProblem error={props.error} />
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that had the focus is gone */}
        <Button autoFocus onClick={hasNew ? () => onAnswer('skip') : endPlaylistChoice}>
          {hasNew ? playlists.addNew : playlists.skip}
        </Button>
        <Button look="primary" isBusy={isBusy} onClick={() => onAnswer('add')}>
          {tracks.length === 1 ? playlists.addAnyway : playlists.addAll}
        </Button>
      </div>
    </div>
  )
}
