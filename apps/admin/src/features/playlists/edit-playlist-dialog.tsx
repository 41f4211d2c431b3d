import { Checkbox, showToast, TextArea, TextField } from '@segue/ui'
import { useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { FormDialog } from '../../lib/form-dialog.tsx'
import { queries, trpc } from '../../lib/trpc.ts'
import type { Playlist } from './playlist-columns.tsx'
import { words } from './words.ts'

export interface EditPlaylistDialogProps {
  playlist: Playlist
  onClose(): void
}

/** Changes the name of a playlist, its description and who may see it. */
export function EditPlaylistDialog({ playlist, onClose }: EditPlaylistDialogProps) {
  const [isPublic, setPublic] = useState(playlist.isPublic)
  const update = trpc.admin.playlists.update.useMutation({
    async onSuccess({ name }) {
      await queries.admin.playlists.list.invalidate()
      showToast({ title: words.saved(name) })
      onClose()
    },
  })

  function submit(form: FormData) {
    update.mutate({
      id: playlist.id,
      name: String(form.get('name') ?? ''),
      description: String(form.get('description') ?? '').trim() || null,
      isPublic,
    })
  }

  return (
    <FormDialog
      title={words.editTitle(playlist.name)}
      isBusy={update.isPending}
      sentence={update.error ? errorSentence(update.error) : undefined}
      onSubmit={submit}
      onClose={onClose}
      className="max-w-lg"
    >
      <div className="space-y-4">
        <TextField
          label={words.name}
          name="name"
          defaultValue={playlist.name}
          required
          maxLength={100}
        />
        <TextArea
          label={words.description}
          name="description"
          defaultValue={playlist.description ?? ''}
          maxLength={2000}
          rows={4}
        />
        <div>
          <Checkbox label={words.isPublic} isChecked={isPublic} onChange={setPublic} />
          {playlist.isPublic && !isPublic && (
            <p className="mt-2 text-sm text-ink-faint">{words.privateHint}</p>
          )}
        </div>
      </div>
    </FormDialog>
  )
}
