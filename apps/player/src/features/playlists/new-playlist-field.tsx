import { Button, TextField } from '@segue/ui'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { trpc } from '../../lib/trpc.ts'

const { playlists } = messages

/** One line that makes a new playlist on the way. */
export function NewPlaylistField({ onCreated }: { onCreated(playlist: Playlist): void }) {
  const create = trpc.playlists.create.useMutation({ onSuccess: onCreated })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const name = new FormData(event.currentTarget).get('name')
        create.mutate({ name: String(name).trim() })
      }}
      className="space-y-3"
    >
      <div className="flex items-end gap-2">
        <TextField
          label={playlists.newName}
          name="name"
          required
          pattern=".*\S.*"
          maxLength={100}
          autoComplete="off"
          className="min-w-0 flex-1"
        />
        <Button type="submit" className="h-11" isBusy={create.isPending}>
          {playlists.createAction}
        </Button>
      </div>
      <FormProblem error={create.error} />
    </form>
  )
}
