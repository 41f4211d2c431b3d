import { Button, EmptyState, IconButton } from '@segue/ui'
import { Clock, Search, X } from 'lucide-react'
import { useId } from 'react'
import { messages } from '../lib/messages.ts'
import { forgetAllSearches, forgetSearch, useRecentSearches } from '../lib/recent-searches.ts'
import { focusHeading } from './page-header.tsx'

/** What stands under an empty search field: what was searched for on this device. */
export function SearchStart({ onSearch }: { onSearch(text: string): void }) {
  const { search } = messages
  const searches = useRecentSearches((state) => state.searches)
  const id = useId()
  if (searches.length === 0)
    return <EmptyState icon={<Search />} title={search.startTitle} detail={search.startDetail} />
  return (
    <section aria-labelledby={id} className="max-w-xl">
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 id={id} className="text-lg font-semibold">
          {search.recent}
        </h2>
        <Button
          look="quiet"
          onClick={() => {
            forgetAllSearches()
            focusHeading()
          }}
        >
          {search.forgetAll}
        </Button>
      </div>
      <ul>
        {searches.map((each) => (
          <li
            key={each}
            data-result
            className="flex h-12 items-center gap-2 rounded-md hover:bg-sunken"
          >
            <button
              type="button"
              onClick={() => onSearch(each)}
              className="flex h-full min-w-0 flex-1 items-center gap-3 rounded-md px-3 text-left"
            >
              <Clock aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span className="truncate">{each}</span>
            </button>
            <IconButton
              label={search.forget(each)}
              size="sm"
              onClick={() => {
                forgetSearch(each)
                focusHeading()
              }}
              className="mr-1"
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
