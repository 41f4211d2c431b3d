import { formatDuration, type TableColumn } from '@segue/ui'
import { AlbumLink } from '../../lib/album-link.tsx'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'

const { columns: heads } = messages

/** The columns that lists of tracks have in common; their heads in the language spoken by then. */
export const trackColumns = {
  album: {
    key: 'album',
    get header() {
      return heads.album
    },
    className: 'max-md:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ track }) => <AlbumLink album={track.album} />,
  },
  duration: {
    key: 'duration',
    get header() {
      return heads.duration
    },
    className: 'text-right max-sm:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ track }) => formatDuration(track.durationMs),
  },
} satisfies Record<string, TableColumn<{ track: Track }>>
