import { TextField } from '@segue/ui'
import type { Track } from '../../lib/track.ts'
import { trpc } from '../../lib/trpc.ts'
import { fieldsOf } from './track-changes.ts'
import { words } from './words.ts'

export interface TrackFieldsProps {
  track: Track
  /** What is wrong with a field, as the server said. */
  errors?: Record<string, string>
}

/** What is told of a track, field by field. */
export function TrackFields({ track, errors }: TrackFieldsProps) {
  const album = trpc.albums.byId.useQuery(
    { id: track.album?.id ?? '' },
    { enabled: track.album !== null, retry: false },
  )
  const begins = fieldsOf(track)
  const common = (name: string) => ({
    name,
    defaultValue: begins[name],
    error: errors?.[name],
    autoComplete: 'off',
  })
  const number = (name: string, maxLength: number) => ({
    ...common(name),
    inputMode: 'numeric' as const,
    pattern: `[1-9][0-9]{0,${maxLength - 1}}`,
    title: words.wholeNumber,
    maxLength,
  })
  return (
    <>
      <TextField
        {...common('title')}
        label={words.title}
        required
        maxLength={500}
        className="sm:col-span-2"
      />
      <TextField {...common('artist')} label={words.artist} required maxLength={500} />
      <TextField {...common('genre')} label={words.genre} maxLength={100} />
      <TextField {...common('album')} label={words.album} maxLength={500} />
      <TextField
        {...common('albumArtist')}
        label={words.albumArtist}
        placeholder={album.data?.artist.name}
        hint={words.albumArtistHint}
        maxLength={500}
      />
      <div className="grid grid-cols-3 gap-4 sm:col-span-2">
        <TextField {...number('year', 4)} label={words.year} />
        <TextField {...number('trackNumber', 5)} label={words.trackNumber} />
        <TextField {...number('discNumber', 5)} label={words.discNumber} />
      </div>
    </>
  )
}
