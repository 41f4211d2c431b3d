import { useState } from 'react'
import { inChunks } from '../../lib/in-chunks.ts'
import { messages } from '../../lib/messages.ts'
import { RemovableTable } from '../../lib/removable-table.tsx'
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
export function PlaylistList({ playlists, ...paging }: PlaylistListProps) {
  const [edited, setEdited] = useState<Playlist | null>(null)
  return (
    <>
      <RemovableTable
        label={messages.nav.playlists}
        columns={columns}
        rows={playlists}
        rowKey={({ id }) => id}
        selectLabel={({ name, owner }) => words.select(name, owner.nickname)}
        gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,2fr)_6rem_5rem_3rem] lg:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,2fr)_6rem_5rem_6rem_10rem_3rem]"
        words={words}
        renderMenu={(row, onRemove) => (
          <PlaylistMenu playlist={row} onEdit={() => setEdited(row)} onRemove={onRemove} />
        )}
        remove={removePlaylists}
        {...paging}
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
