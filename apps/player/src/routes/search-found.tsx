import { classNames, EmptyState, VisuallyHidden } from '@segue/ui'
import { SearchX } from 'lucide-react'
import { messages } from '../lib/messages.ts'
import { Problem } from '../lib/problem.tsx'
import { rememberSearch } from '../lib/recent-searches.ts'
import { countResults, topResult } from '../lib/search-results.ts'
import { CardRow } from './card-row.tsx'
import { playFound, playResult } from './play-result.ts'
import { PlayableCard } from './playable-card.tsx'
import { SearchSkeleton } from './search-skeleton.tsx'
import { SearchTracks } from './search-tracks.tsx'
import { Shelf } from './shelf.tsx'
import { TopResultCard } from './top-result-card.tsx'
import { useFound } from './use-found.ts'

/** What a text finds, by kinds. */
export function SearchFound({ q }: { q: string }) {
  const { artists, nav, search } = messages
  const { results, isStale, error, retry, moreTracks } = useFound(q)
  if (error !== null && (results === undefined || isStale))
    return <Problem error={error} onRetry={retry} />
  if (results === undefined) return <SearchSkeleton />
  const top = topResult(results, q)
  if (top === null)
    return isStale ? (
      <SearchSkeleton />
    ) : (
      <EmptyState icon={<SearchX />} title={search.noMatchTitle(q)} detail={search.noMatchDetail} />
    )
  const { tracks, albums, playlists } = results
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {isStale ? search.loading : search.found(countResults(results))}
      </VisuallyHidden>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- notes what is chosen, and does nothing itself */}
      <div
        aria-busy={isStale}
        onClickCapture={() => rememberSearch(q)}
        className={classNames('transition-opacity duration-150', isStale && 'opacity-60')}
      >
        <div className="grid gap-x-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <Shelf title={search.top}>
            <TopResultCard result={top} />
          </Shelf>
          {tracks.length > 0 && (
            <Shelf title={nav.tracks} all={{ to: '/tracks', search: { q } }}>
              <SearchTracks
                tracks={tracks}
                onPlay={(track) => playFound(tracks, track, q, moreTracks)}
              />
            </Shelf>
          )}
        </div>
        {results.artists.length > 0 && (
          <Shelf title={nav.artists} all={{ to: '/artists', search: { q } }}>
            <CardRow
              items={results.artists}
              itemKey={({ id }) => id}
              renderCard={(item) => (
                <PlayableCard
                  link={{ to: '/artists/$id', params: { id: item.id } }}
                  covers={item.coverUrl === null ? [] : [item.coverUrl]}
                  name={item.name}
                  detail={[artists.counts(item.albumCount, item.trackCount)]}
                  isRound
                  onPlay={() => playResult({ kind: 'artist', item })}
                />
              )}
            />
          </Shelf>
        )}
        {albums.length > 0 && (
          <Shelf title={nav.albums} all={{ to: '/albums', search: { q } }}>
            <CardRow
              items={albums}
              itemKey={({ id }) => id}
              renderCard={(item) => (
                <PlayableCard
                  link={{ to: '/albums/$id', params: { id: item.id } }}
                  covers={item.coverUrl === null ? [] : [item.coverUrl]}
                  name={item.title}
                  detail={[item.artist.name]}
                  onPlay={() => playResult({ kind: 'album', item })}
                />
              )}
            />
          </Shelf>
        )}
        {playlists.length > 0 && (
          <Shelf title={nav.playlists} all={{ to: '/playlists', search: { q } }}>
            <CardRow
              items={playlists}
              itemKey={({ id }) => id}
              renderCard={(item) => (
                <PlayableCard
                  link={{ to: '/playlists/$id', params: { id: item.id } }}
                  covers={item.covers}
                  name={item.name}
                  detail={[messages.collection.tracks(item.trackCount)]}
                  onPlay={() => playResult({ kind: 'playlist', item })}
                />
              )}
            />
          </Shelf>
        )}
      </div>
    </>
  )
}
