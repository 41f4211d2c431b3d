import { CoverMosaic, IconButton, Progress } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { formatBytes } from '../../lib/format-bytes.ts'
import { messages } from '../../lib/messages.ts'
import { drop } from '../../lib/offline/keep.ts'
import type { KeptCollection } from '../../lib/offline/kept-cache.ts'
import { bytesOf, useKept } from '../../lib/offline/kept.ts'
import { progressOf } from './progress-of.ts'

const { offline } = messages

/** The albums and playlists that are kept, with their sizes. */
export function KeptList({ collections }: { collections: readonly KeptCollection[] }) {
  return (
    <ul aria-label={offline.pageTitle} className="divide-y divide-line">
      {collections.map((kept) => (
        <KeptRow key={kept.id} kept={kept} />
      ))}
    </ul>
  )
}

function KeptRow({ kept }: { kept: KeptCollection }) {
  const keeping = useKept((state) => state.keeping[kept.id])
  const hold = useKept((state) => state.hold)
  const name = kept.kind === 'album' ? kept.about.title : kept.about.name
  const covers = kept.kind === 'album' ? [kept.about.coverUrl] : kept.about.covers
  const kind = kept.kind === 'album' ? messages.albums.label : messages.playlists.label
  const size = formatBytes(bytesOf(kept))
  return (
    <li className="flex items-center gap-4 py-3">
      <CoverMosaic
        paths={covers.filter((path) => path !== null)}
        name={name}
        sizes="56px"
        className="size-14 shrink-0 rounded-md!"
      />
      <div className="min-w-0 flex-1">
        <Link
          to={kept.kind === 'album' ? '/albums/$id' : '/playlists/$id'}
          params={{ id: kept.id }}
          className="line-clamp-2 font-medium wrap-anywhere hover:underline"
        >
          {name}
        </Link>
        <p className="text-sm text-ink-soft">
          {kind} · {size}
          {keeping && ` · ${progressOf(keeping, hold)}`}
        </p>
        {keeping && (
          <Progress
            label={offline.keeping(name)}
            value={keeping.allBytes > 0 ? keeping.doneBytes / keeping.allBytes : null}
            className="mt-1.5 max-w-sm"
          />
        )}
      </div>
      <IconButton
        label={offline.drop(name)}
        size="sm"
        onClick={() => void drop({ kind: kept.kind, id: kept.id })}
      >
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  )
}
