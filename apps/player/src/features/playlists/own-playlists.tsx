import { Button, CoverMosaic, Spinner } from '@segue/ui'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { trpc } from '../../lib/trpc.ts'

const { playlists } = messages

export interface OwnPlaylistsProps {
  isDisabled: boolean
  onChoose(playlist: Playlist): void
}

/** The listener's own playlists, one of which is chosen. */
export function OwnPlaylists({ isDisabled, onChoose }: OwnPlaylistsProps) {
  const list = trpc.playlists.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor, refetchOnMount: 'always' },
  )
  if (list.isPending) return <Spinner className="mx-auto size-5" />
  const own = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <FormProblem error={list.error} />
      {own.length > 0 && (
        <ul
          aria-label={playlists.own}
          className="-mx-2 max-h-[min(20rem,40dvh)] space-y-0.5 overflow-y-auto px-2 py-0.5"
        >
          {own.map((playlist) => (
            <li key={playlist.id}>
              <button
                type="button"
                disabled={isDisabled}
                onClick={() => onChoose(playlist)}
                className="flex w-full items-center gap-3 rounded-md p-2 text-left text-sm hover:bg-sunken disabled:opacity-55"
              >
                <CoverMosaic
                  paths={playlist.covers}
                  name={playlist.name}
                  sizes="40px"
                  className="size-10"
                />
                <span className="min-w-0">
                  <span className="block truncate font-medium">{playlist.name}</span>
                  <span className="block text-ink-soft">
                    {messages.collection.tracks(playlist.trackCount)}
                  </span>
                </span>
              </button>
            </li>
          ))}
          {list.hasNextPage && (
            <li className="pt-2 text-center">
              <Button
                look="quiet"
                isBusy={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {playlists.more}
              </Button>
            </li>
          )}
        </ul>
      )}
    </>
  )
}
