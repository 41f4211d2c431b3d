import { Button, IconButton, Menu } from '@segue/ui'
import { CopyPlus, Ellipsis, FileDown, Pencil, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { messages } from '../../lib/transfer-messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { showToast } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import { errorSentence } from '../../lib/error-sentence.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { EditPlaylist } from './edit-playlist.tsx'
import type { ExportFormat } from './export-playlist.ts'
import { SharePlaylist } from './share-playlist.tsx'
import { useRemovePlaylist } from './use-remove-playlist.ts'

const { playlists } = messages

/** What its owner can do with a playlist as a whole. */
export function PlaylistControls({ playlist }: { playlist: Playlist }) {
  const [open, setOpen] = useState<'edit' | 'share' | null>(null)
  const remove = useRemovePlaylist()
  const navigate = useNavigate()
  const duplicate = trpc.playlists.duplicate.useMutation({
    async onSuccess(copy) {
      queries.playlists.byId.setData({ id: copy.id }, copy)
      void queries.playlists.list.invalidate()
      await navigate({ to: '/playlists/$id', params: { id: copy.id } })
      showToast({ title: playlists.duplicated(copy.name) })
    },
    onError: sayProblem,
  })
  const windowOf = (name: typeof open) => ({
    playlist,
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  })
  return (
    <>
      <Button onClick={() => setOpen('share')}>
        <Share2 aria-hidden className="size-4" />
        {playlists.share}
      </Button>
      <Menu
        trigger={
          <IconButton label={messages.row.more(playlist.name)}>
            <Ellipsis aria-hidden className="size-5" />
          </IconButton>
        }
        items={[
          {
            label: playlists.edit,
            icon: <Pencil aria-hidden className="size-4 text-ink-faint" />,
            onSelect: () => setOpen('edit'),
          },
          {
            label: playlists.duplicateAction,
            icon: <CopyPlus aria-hidden className="size-4 text-ink-faint" />,
            onSelect: () =>
              duplicate.mutate({
                id: playlist.id,
                name: playlists.copyName(playlist.name).slice(0, 100),
              }),
          },
          ...(['m3u8', 'json'] as const).map((format) => ({
            label: messages.transfer.exportAs(format.toUpperCase()),
            icon: <FileDown aria-hidden className="size-4 text-ink-faint" />,
            onSelect: () => save(playlist, format),
          })),
          {
            label: playlists.remove,
            icon: <Trash2 aria-hidden className="size-4" />,
            isDanger: true,
            onSelect: () => remove(playlist),
          },
        ]}
      />
      <EditPlaylist {...windowOf('edit')} />
      <SharePlaylist {...windowOf('share')} />
    </>
  )
}

function save(playlist: Playlist, format: ExportFormat): void {
  import('./export-playlist.ts')
    .then(({ exportPlaylist }) => exportPlaylist(playlist, format))
    .catch(sayProblem)
}

function sayProblem(error: unknown): void {
  showToast({ title: errorSentence(error), isProblem: true })
}
