import { Button, Spinner, TextField } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/transfer-messages.ts'
import type { Track } from '../../lib/track.ts'
import { trpc } from '../../lib/trpc.ts'
import { searchTextOf } from './entry-label.ts'
import { placeMissing } from './import-playlists.ts'
import type { MissingTrackProps } from './missing-track.tsx'

const { transfer } = messages

/** Looks for one entry in the library; what is chosen comes into the playlist in its place. */
export function FindByHand({ jobKey, index, entry }: MissingTrackProps) {
  const [q, setQ] = useState(searchTextOf(entry))
  const found = trpc.tracks.list.useQuery({ q, limit: 5 }, { enabled: q !== '' })
  const place = useMutation({ mutationFn: (track: Track) => placeMissing(jobKey, index, track) })
  return (
    <div className="mt-2 space-y-2">
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          setQ(String(new FormData(event.currentTarget).get('q')).trim())
        }}
      >
        <TextField
          label={transfer.searchLabel}
          name="q"
          maxLength={200}
          autoComplete="off"
          defaultValue={q}
          className="min-w-0 flex-1"
        />
        <Button type="submit" className="h-11">
          {transfer.search}
        </Button>
      </form>
      <FormProblem error={found.error ?? place.error} />
      {found.isFetching && <Spinner className="size-4" />}
      {found.data?.items.length === 0 && <p className="text-ink-soft">{transfer.nothing}</p>}
      <ul>
        {found.data?.items.map((track) => (
          <li key={track.id}>
            <button
              type="button"
              disabled={place.isPending}
              onClick={() => place.mutate(track)}
              className="w-full truncate rounded-md p-2 text-left hover:bg-sunken"
            >
              {track.title} <span className="text-ink-soft">{track.artist.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
