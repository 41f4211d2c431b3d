import { Button } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { loudnessText } from './loudness-text.ts'
import { measureTrack } from './measure-track.ts'
import { words } from './words.ts'

const { loudness: sentences } = words

export interface TrackLoudnessProps {
  trackId: string
  /** Nobody gets the sound of a removed one. */
  isAvailable: boolean
}

/** How loud a track is and whence that is known; measures it where it is not. */
export function TrackLoudness({ trackId, isAvailable }: TrackLoudnessProps) {
  const { data } = trpc.tracks.loudness.useQuery({ id: trackId })
  const measuring = useMutation({ mutationFn: () => measureTrack(trackId) })
  const isMeasured = data?.loudness?.source === 'measured' || data?.loudness?.source === 'tags'

  return (
    <section
      aria-label={sentences.title}
      className="flex min-h-14 items-center justify-between gap-4 sm:col-span-2"
    >
      <div className="min-w-0">
        <p className="text-sm font-medium">{sentences.title}</p>
        <p aria-live="polite" className="text-sm text-ink-soft">
          {data ? loudnessText(data.loudness) : sentences.loading}
          {measuring.data === false && ` ${sentences.unmeasured}`}
        </p>
      </div>
      {data && !isMeasured && isAvailable && (
        <Button type="button" onClick={() => measuring.mutate()} isBusy={measuring.isPending}>
          {measuring.isPending ? sentences.measuring : sentences.measure}
        </Button>
      )}
    </section>
  )
}
