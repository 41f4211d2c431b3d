import { Checkbox, showToast } from '@segue/ui'
import { errorData } from '@segue/web'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FormDialog } from '../../lib/form-dialog.tsx'
import { refusalSentence } from '../../lib/upload-refusal.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'
import { changesOf } from './track-changes.ts'
import { TrackLoudness } from './track-loudness.tsx'
import { TrackFields } from './track-fields.tsx'
import { words } from './words.ts'

export interface EditTrackDialogProps {
  track: Track
  coverField: ReactNode
  sendCover(cover: File): Promise<string>
  onClose(): void
}

/** Changes what is told of a track, and its picture. */
export function EditTrackDialog({ track, coverField, sendCover, onClose }: EditTrackDialogProps) {
  const [isCoverless, setCoverless] = useState(false)

  const update = useMutation({
    async mutationFn(form: FormData) {
      const changes = changesOf(track, form)
      const cover = form.get('cover')
      if (isCoverless) changes.coverUploadId = null
      else if (cover instanceof File && cover.size > 0) {
        changes.coverUploadId = await sendCover(cover)
      }
      return api.tracks.update.mutate({ id: track.id, ...changes })
    },
    async onSuccess({ title }) {
      await Promise.all([queries.tracks.invalidate(), queries.admin.invalidate()])
      showToast({ title: words.saved(title) })
      onClose()
    },
  })

  return (
    <FormDialog
      title={words.editTitle(track.title)}
      isBusy={update.isPending}
      sentence={update.error ? refusalSentence(update.error) : undefined}
      onSubmit={(form) => update.mutate(form)}
      onClose={onClose}
      className="max-w-2xl"
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TrackFields track={track} errors={errorData(update.error)?.fields} />
        {!isCoverless && coverField}
        {track.coverUrl !== null && (
          <div className="sm:col-span-2">
            <Checkbox label={words.removeCover} isChecked={isCoverless} onChange={setCoverless} />
          </div>
        )}
        <TrackLoudness trackId={track.id} isAvailable={track.available} />
      </div>
    </FormDialog>
  )
}
