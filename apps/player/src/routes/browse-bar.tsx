import { SearchField, Select } from '@segue/ui'
import { messages } from '../lib/messages.ts'
import type { BrowseSearch } from '../lib/browse-search.ts'

export interface BrowseBarProps<Sort extends keyof typeof messages.sorts> {
  label: string
  placeholder: string
  search: BrowseSearch<Sort>
  sorts: readonly Sort[]
  onChange(changed: BrowseSearch<Sort>): void
}

/** Searches a list of artists or albums, and puts it in order. The first order is the usual one. */
export function BrowseBar<Sort extends keyof typeof messages.sorts>(props: BrowseBarProps<Sort>) {
  const { search, sorts, onChange } = props
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-4 flex items-center gap-2 bg-canvas px-4 py-2 md:-mx-6 md:justify-between md:px-6">
      <SearchField
        id="search"
        label={props.label}
        placeholder={props.placeholder}
        clearLabel={messages.tracks.clearSearch}
        className="flex-1 md:max-w-72"
        value={search.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      <Select
        label={messages.tracks.sort}
        options={sorts.map((value) => ({ value, label: messages.sorts[value] }))}
        value={search.sort ?? sorts[0] ?? ''}
        onValueChange={(value) =>
          onChange({ sort: sorts.find((sort, index) => index > 0 && sort === value) })
        }
      />
    </div>
  )
}
