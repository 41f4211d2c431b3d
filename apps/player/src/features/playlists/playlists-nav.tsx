import { classNames, IconButton } from '@segue/ui'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'
import { PlaylistNavLink } from './playlist-nav-link.tsx'

const { playlists } = messages

const NewPlaylist = lazy(async () => {
  const { NewPlaylist } = await import('./new-playlist.tsx')
  return { default: NewPlaylist }
})

/** The listener's own playlists in the navigation, and a new one. */
export function PlaylistsNav({ className }: { className?: string }) {
  const [isMaking, setIsMaking] = useState(false)
  const [wasAsked, setWasAsked] = useState(false)
  const list = trpc.playlists.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  )
  const own = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={classNames('mt-4 border-t border-line pt-3', className)}>
      <div className="flex items-center justify-between pl-2.5">
        <h2 className="text-xs font-medium text-ink-faint">{playlists.own}</h2>
        <IconButton
          label={playlists.create}
          size="sm"
          onClick={() => {
            setWasAsked(true)
            setIsMaking(true)
          }}
        >
          <Plus aria-hidden className="size-4" />
        </IconButton>
      </div>
      <ul>
        {own.map((playlist) => (
          <li key={playlist.id}>
            <PlaylistNavLink playlist={playlist} />
          </li>
        ))}
        {list.hasNextPage && (
          <li>
            <button
              type="button"
              disabled={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
              className="px-2.5 py-1.5 text-sm text-ink-faint hover:text-ink"
            >
              {playlists.more}
            </button>
          </li>
        )}
      </ul>
      {wasAsked && (
        <Suspense>
          <NewPlaylist isOpen={isMaking} onOpenChange={setIsMaking} />
        </Suspense>
      )}
    </div>
  )
}
