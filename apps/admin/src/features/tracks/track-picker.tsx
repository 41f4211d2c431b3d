import { Picker, type PickerOption } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'

const { list: words } = messages

export interface TrackPickerProps {
  trackId: string | undefined
  /**
   * A track of the list: its title needs no asking for, and could not be asked for once it is
   * removed. Undefined while the list is on its way.
   */
  known: { id: string; title: string } | null | undefined
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
  const isKnown = picked?.value === trackId || known?.id === trackId
  const shown = trpc.tracks.byId.useQuery(
    { id: trackId ?? '' },
    { enabled: trackId !== undefined && known !== undefined && !isKnown, retry: false },
  )
  const options = tracks.data?.items.map(({ id, title, artist }) => ({
    value: id,
    label: title,
    detail: artist.name,
  }))

  function value(): PickerOption | null {
    if (trackId === undefined) return null
    if (picked?.value === trackId) return picked
    const title = known?.id === trackId ? known.title : shown.data?.title
    return { value: trackId, label: title ?? words.oneTrack }
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
