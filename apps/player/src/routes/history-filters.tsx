import { Button, Checkbox, DateFilter, SearchField } from '@segue/ui'
import { useCallback } from 'react'
import { isHistoryNarrowed, type HistorySearch } from '../lib/history-search.ts'
import { messages } from '../lib/messages.ts'

export interface HistoryFiltersProps {
  search: HistorySearch
  onChange(changed: Partial<HistorySearch>): void
}

/** What narrows the history down: words, days, and whether it was heard to the end. */
export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const { history, tracks } = messages
  const find = useCallback((q: string) => onChange({ q: q || undefined }), [onChange])
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-2 flex flex-wrap items-center gap-2 bg-canvas px-4 py-2 max-md:static md:-mx-6 md:px-6">
      <SearchField
        id="history-search"
        label={history.search}
        placeholder={tracks.searchPlaceholder}
        clearLabel={tracks.clearSearch}
        className="max-md:w-full md:w-64"
        value={search.q ?? ''}
        onSearch={find}
      />
      <DateFilter
        label={history.from}
        value={search.from ?? ''}
        max={search.to}
        onValueChange={(from) => onChange({ from: from || undefined })}
        className="max-sm:basis-[calc(50%-0.25rem)] max-sm:px-2 max-[23rem]:basis-full"
      />
      <DateFilter
        label={history.to}
        value={search.to ?? ''}
        min={search.from}
        onValueChange={(to) => onChange({ to: to || undefined })}
        className="max-sm:basis-[calc(50%-0.25rem)] max-sm:px-2 max-[23rem]:basis-full"
      />
      <div className="flex h-10 items-center px-2">
        <Checkbox
          label={history.whole}
          isChecked={search.whole ?? false}
          onChange={(isChecked) => onChange({ whole: isChecked || undefined })}
        />
      </div>
      {isHistoryNarrowed(search) && (
        <Button
          look="quiet"
          onClick={() =>
            onChange({ q: undefined, from: undefined, to: undefined, whole: undefined })
          }
        >
          {history.clearFilters}
        </Button>
      )}
    </div>
  )
}
