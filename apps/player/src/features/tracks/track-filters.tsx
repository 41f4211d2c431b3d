import { Select } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'
import { decadesOf, sorts, type TrackSearch, type TrackSort } from './track-search.ts'

const { tracks } = messages

export interface TrackFiltersProps {
  search: TrackSearch
  onChange(change: Partial<TrackSearch>): void
}

/** Genre, decade and order. */
export function TrackFilters({ search, onChange }: TrackFiltersProps) {
  const facets = trpc.tracks.facets.useQuery({ q: search.q }, { placeholderData: (kept) => kept })
  const genres = facets.data?.genres ?? []
  const decades = decadesOf(facets.data?.years.min ?? null, facets.data?.years.max ?? null)
  const orders: TrackSort[] = search.q ? ['relevance', ...sorts] : [...sorts]
  const usual = search.q ? 'relevance' : 'newest'

  return (
    <div className="flex items-center gap-1.5 sm:gap-2 md:flex-wrap">
      <Select
        label={tracks.genre}
        value={search.genre ?? ''}
        isActive={search.genre !== undefined}
        onValueChange={(genre) => onChange({ genre: genre || undefined })}
        options={[
          { value: '', label: tracks.anyGenre },
          ...withChosen(genres.map(genreOption), search.genre),
        ]}
        className="max-w-44"
      />
      <Select
        label={tracks.year}
        value={String(search.decade ?? '')}
        isActive={search.decade !== undefined}
        onValueChange={(decade) => onChange({ decade: decade ? Number(decade) : undefined })}
        options={[
          { value: '', label: tracks.anyYear },
          ...withChosen(decades.map(decadeOption), search.decade?.toString()),
        ]}
      />
      <Select
        label={tracks.sort}
        value={search.sort ?? usual}
        onValueChange={(sort) =>
          onChange({
            sort: sort === usual ? undefined : (sort as TrackSort),
            direction: undefined,
          })
        }
        options={orders.map((sort) => ({ value: sort, label: messages.sorts[sort] }))}
        className="ml-auto"
      />
    </div>
  )
}

function genreOption({ name, count }: { name: string; count: number }) {
  return { value: name, label: name, count }
}

function decadeOption(decade: number) {
  return { value: String(decade), label: tracks.decade(decade) }
}

/** A filter that is set stays in its list, also where nothing would be found by it. */
function withChosen<Option extends { value: string; label: string }>(
  options: Option[],
  chosen: string | undefined,
): { value: string; label: string; count?: number }[] {
  return chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: chosen }, ...options]
}
