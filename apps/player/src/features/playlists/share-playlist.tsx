import { Button, Dialog, showToast, Switch, TextField } from '@segue/ui'
import { Copy, RefreshCw } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { api, queries, trpc } from '../../lib/trpc.ts'

const { playlists } = messages

export interface SharePlaylistProps {
  playlist: Playlist
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** Makes a playlist public or private, and shows the link to it. */
export function SharePlaylist({ playlist, isOpen, onOpenChange }: SharePlaylistProps) {
  const fieldId = useId()
  const show = (changed: Playlist) => {
    queries.playlists.byId.setData({ id: changed.id }, changed)
    void queries.playlists.list.invalidate()
    void queries.playlists.shared.invalidate()
  }
  const update = trpc.playlists.update.useMutation({ onSuccess: show })
  // Public again is public at another address: the link of before stays dead.
  const replace = useMutation({
    async mutationFn() {
      await api.playlists.update.mutate({ id: playlist.id, isPublic: false })
      return api.playlists.update.mutate({ id: playlist.id, isPublic: true })
    },
    onSuccess(changed) {
      show(changed)
      showToast({ title: playlists.linkReplaced })
    },
    onError: () => void queries.playlists.byId.invalidate({ id: playlist.id }),
  })
  const isBusy = update.isPending || replace.isPending
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
          isDisabled={isBusy}
          onChange={(isPublic) => update.mutate({ id: playlist.id, isPublic })}
        />
        <FormProblem error={update.error ?? replace.error} />
        {link !== null && (
          <>
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
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="min-w-0 flex-1 text-sm text-ink-soft">{playlists.replaceHint}</p>
              <Button isBusy={replace.isPending} disabled={isBusy} onClick={() => replace.mutate()}>
                <RefreshCw aria-hidden className="size-4" />
                {playlists.replaceLink}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
