import { Button, Dialog, showToast, Switch, TextField } from '@segue/ui'
import { Copy } from 'lucide-react'
import { useId } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'

const { playlists } = messages

export interface SharePlaylistProps {
  playlist: Playlist
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** Makes a playlist public or private, and shows the link to it. */
export function SharePlaylist({ playlist, isOpen, onOpenChange }: SharePlaylistProps) {
  const fieldId = useId()
  const update = trpc.playlists.update.useMutation({
    onSuccess(changed) {
      queries.playlists.byId.setData({ id: changed.id }, changed)
      void queries.playlists.list.invalidate()
      void queries.playlists.shared.invalidate()
    },
  })
  const link = playlist.slug === null ? null : `${location.origin}/p/${playlist.slug}`

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      showToast({ title: playlists.copied })
    } catch {
      // Not over plain HTTP, and not where the browser was told so.
      document.querySelector<HTMLInputElement>(`#${CSS.escape(fieldId)}`)?.select()
      showToast({ title: playlists.copyFailed, isProblem: true })
    }
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={playlists.shareTitle}
      closeLabel={messages.close}
    >
      <div className="space-y-5">
        <Switch
          label={playlists.isPublic}
          hint={playlists.isPublicHint}
          isOn={playlist.isPublic}
          isDisabled={update.isPending}
          onChange={(isPublic) => update.mutate({ id: playlist.id, isPublic })}
        />
        <FormProblem error={update.error} />
        {link !== null && (
          <div className="flex items-end gap-2">
            <TextField
              id={fieldId}
              label={playlists.link}
              name="link"
              readOnly
              defaultValue={link}
              key={link}
              onFocus={(event) => event.currentTarget.select()}
              className="min-w-0 flex-1"
            />
            <Button className="h-11" onClick={() => void copy(link)}>
              <Copy aria-hidden className="size-4" />
              {playlists.copyLink}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
