import { Button, SelectableTable, showToast } from '@segue/ui'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { inChunks } from '../../lib/in-chunks.ts'
import { messages } from '../../lib/messages.ts'
import { RemoveDialog } from '../../lib/remove-dialog.tsx'
import { api, queries } from '../../lib/trpc.ts'
import { EditPlaylistDialog } from './edit-playlist-dialog.tsx'
import { columns, type Playlist } from './playlist-columns.tsx'
import { PlaylistMenu } from './playlist-menu.tsx'
import { words } from './words.ts'

export interface PlaylistListProps {
  playlists: readonly Playlist[]
  hasMore: boolean
  onEndReached(): void
}

/** The playlists of all listeners, and what can be done about them. */
export function PlaylistList({ playlists, hasMore, onEndReached }: PlaylistListProps) {
  const [doomed, setDoomed] = useState<readonly Playlist[]>([])
  const [isAsking, setAsking] = useState(false)
  const [edited, setEdited] = useState<Playlist | null>(null)

  function askToRemove(rows: readonly Playlist[]) {
    setDoomed(rows)
    setAsking(true)
  }

  return (
    <>
      <SelectableTable
        label={messages.nav.playlists}
        labels={messages.list}
        columns={[
          ...columns,
          {
            key: 'more',
            header: words.columns.more,
            isHeaderHidden: true,
            className: 'flex justify-end',
            renderCell: (row) => (
              <PlaylistMenu
                playlist={row}
                onEdit={() => setEdited(row)}
                onRemove={() => askToRemove([row])}
              />
            ),
          },
        ]}
        rows={playlists}
        rowKey={({ id }) => id}
        selectLabel={({ name, owner }) => words.select(name, owner.nickname)}
        gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,2fr)_6rem_5rem_3rem] lg:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,2fr)_6rem_5rem_6rem_10rem_3rem]"
        hasMore={hasMore}
        onEndReached={onEndReached}
        renderActions={(rows) => (
          <Button look="danger" onClick={() => askToRemove(rows)}>
            <Trash2 aria-hidden className="size-4" />
            {messages.list.remove}
          </Button>
        )}
      />
      <RemoveDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        rows={doomed}
        title={words.removeTitle}
        detail={words.removeDetail}
        remove={removePlaylists}
        onRemoved={(count) => showToast({ title: words.removed(count) })}
      />
      {edited && <EditPlaylistDialog playlist={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

async function removePlaylists(rows: readonly Playlist[]): Promise<number> {
  const ids = rows.map(({ id }) => id)
  try {
    return await inChunks(ids, (ids) => api.admin.playlists.remove.mutate({ ids }))
  } finally {
    await queries.admin.playlists.list.invalidate()
  }
}
