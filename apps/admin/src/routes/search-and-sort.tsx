import { SearchField, Select } from '@segue/ui'
import { messages } from '../lib/messages.ts'

export interface SearchAndSortProps<Sort extends string> {
  placeholder: string
  query: string
  onSearch(text: string): void
  sort: Sort
  sorts: readonly Sort[]
  sortLabels: Record<Sort, string>
  onSort(sort: Sort): void
}

/** What every list has beside its heading: words to search for, and an order. */
export function SearchAndSort<Sort extends string>(props: SearchAndSortProps<Sort>) {
  return (
    <div className="flex min-w-0 gap-2 max-md:w-full">
      <SearchField
        id="search"
        label={messages.list.search}
        placeholder={props.placeholder}
        clearLabel={messages.list.clearSearch}
        className="flex-1 md:w-72"
        value={props.query}
        onSearch={props.onSearch}
      />
      <Select
        label={messages.list.sort}
        value={props.sort}
        options={props.sorts.map((sort) => ({ value: sort, label: props.sortLabels[sort] }))}
        onValueChange={(sort) => props.onSort(sort as Sort)}
      />
    </div>
  )
}
