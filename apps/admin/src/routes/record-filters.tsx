import { Button, DateFilter } from '@segue/ui'
import { TrackPicker } from '../features/tracks/track-picker.tsx'
import { UserPicker } from '../features/users/user-picker.tsx'
import { messages } from '../lib/messages.ts'
import { pageHeading } from '../lib/page-heading.ts'
import type { RecordSearch } from '../lib/record-search.ts'

const { list: words } = messages

export interface RecordFiltersProps {
  search: RecordSearch
  /** A track of the list, or undefined while that is on its way. */
  knownTrack: { id: string; title: string } | null | undefined
  onChange(changed: Partial<RecordSearch>): void
}

/** Narrows a list of favourites or plays to a listener, a track and some days. */
export function RecordFilters({ search, knownTrack, onChange }: RecordFiltersProps) {
  const { user, track, from, to } = search
  const isSet = Boolean(user ?? track ?? from ?? to)

  function clear() {
    // The button that was pressed goes away.
    pageHeading()?.focus({ preventScroll: true })
    onChange({ user: undefined, track: undefined, from: undefined, to: undefined })
  }

  return (
    <fieldset className="mb-4 grid grid-cols-2 gap-2 md:flex md:flex-wrap">
      <legend className="sr-only">{words.filters}</legend>
      <UserPicker userId={user} onPick={(user) => onChange({ user })} className="md:w-52" />
      <TrackPicker
        trackId={track}
        known={knownTrack}
        onPick={(track) => onChange({ track })}
        className="md:w-52"
      />
      <DateFilter
        label={words.from}
        value={from ?? ''}
        max={to}
        onValueChange={(day) => onChange({ from: day || undefined })}
        className="md:w-48"
      />
      <DateFilter
        label={words.to}
        value={to ?? ''}
        min={from}
        onValueChange={(day) => onChange({ to: day || undefined })}
        className="md:w-44"
      />
      {isSet && (
        <Button look="quiet" className="max-md:col-span-2" onClick={clear}>
          {words.clearFilters}
        </Button>
      )}
    </fieldset>
  )
}
