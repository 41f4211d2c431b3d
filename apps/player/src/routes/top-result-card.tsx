import { CoverMosaic } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { messages } from '../lib/messages.ts'
import { nameOf, type TopResult } from '../lib/search-results.ts'
import { playResult } from './play-result.ts'
import { linkOfResult } from './result-link.ts'
import { RoundPlay } from './round-play.tsx'
import { usePlay } from './use-play.ts'

/** What a search means most likely: leads to its page, and plays. */
export function TopResultCard({ result }: { result: TopResult }) {
  const { search } = messages
  const { isBusy, play } = usePlay(() => playResult(result))
  const name = nameOf(result)
  return (
    <div
      data-result
      className="relative flex items-center gap-4 rounded-xl border border-line bg-surface p-4 hover:border-line-strong md:p-5 lg:min-h-44 lg:flex-wrap"
    >
      <CoverMosaic
        paths={coversOf(result)}
        name={name}
        sizes="96px"
        className={
          result.kind === 'artist' ? 'size-20 rounded-full! md:size-24' : 'size-20 md:size-24'
        }
      />
      <div className="min-w-0 flex-1 lg:order-last lg:basis-full">
        <Link
          {...linkOfResult(result)}
          className="block truncate text-xl font-bold tracking-tight after:absolute after:inset-0 after:rounded-xl hover:underline"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-ink-soft">
          {[search.kinds[result.kind], artistOf(result)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <RoundPlay name={name} isBusy={isBusy} onPlay={play} className="relative z-10 lg:ml-auto" />
    </div>
  )
}

function coversOf({ kind, item }: TopResult): readonly string[] {
  if (kind === 'playlist') return item.covers
  return item.coverUrl === null ? [] : [item.coverUrl]
}

function artistOf({ kind, item }: TopResult): string | null {
  return kind === 'track' || kind === 'album' ? item.artist.name : null
}
