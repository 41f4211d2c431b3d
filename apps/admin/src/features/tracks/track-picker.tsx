import { Picker, type PickerOption } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'

const { list: words } = messages

export interface TrackPickerProps {
  trackId: string | undefined
  /** A track whose title the page knows already. */
  known: { id: string; title: string } | undefined
  onPick(trackId: string | undefined): void
  className?: string
}

/** Narrows a list to one track. */
export function TrackPicker({ trackId, known, onPick, className }: TrackPickerProps) {
  const [q, setQ] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [picked, setPicked] = useState<PickerOption | null>(null)
  const tracks = trpc.tracks.list.useQuery(
    { q: q || undefined, limit: 20 },
    { enabled: isOpen, placeholderData: (kept) => kept },
  )
  const options = tracks.data?.items.map(({ id, title, artist }) => ({
    value: id,
    label: title,
    detail: artist.name,
  }))

  function value(): PickerOption | null {
    if (trackId === undefined) return null
    if (picked?.value === trackId) return picked
    return { value: trackId, label: known?.id === trackId ? known.title : words.oneTrack }
  }

  return (
    <Picker
      label={words.track}
      placeholder={words.anyTrack}
      searchLabel={words.searchTracks}
      clearLabel={words.clearTrack}
      emptyLabel={tracks.isFetching ? messages.loading : words.nothingFound}
      value={value()}
      options={options ?? []}
      onSearch={setQ}
      onOpenChange={setOpen}
      onValueChange={(option) => {
        setPicked(option)
        onPick(option?.value)
      }}
      className={className}
    />
  )
}
