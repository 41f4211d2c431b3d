import { Dialog, formatDate, formatDuration, formatNumber, Skeleton } from '@segue/ui'
import type { ReactNode } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { closeTrackDetails, useTrackDetails } from '../../lib/track-details.ts'
import { trpc } from '../../lib/trpc.ts'

const { details } = messages

/** All that is known of a track, its file included. */
export function TrackDetails() {
  const { isOpen, track } = useTrackDetails()
  return (
    track && (
      <Dialog
        isOpen={isOpen}
        onOpenChange={(isOpen) => !isOpen && closeTrackDetails()}
        title={track.title}
        closeLabel={messages.close}
        startsAtTitle
      >
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
          <TrackFacts track={track} />
          <FileFacts trackId={track.id} />
        </dl>
      </Dialog>
    )
  )
}

function TrackFacts({ track }: { track: Track }) {
  const { artist, album, genre, year, trackNumber, discNumber } = track
  const place = [
    discNumber !== null && details.disc(discNumber),
    trackNumber !== null && details.track(trackNumber),
  ]
  return (
    <>
      <Fact name={details.artist}>{artist.name}</Fact>
      <Fact name={details.album}>{album?.title}</Fact>
      <Fact name={details.place}>{place.filter(Boolean).join(' · ')}</Fact>
      <Fact name={details.genre}>{genre}</Fact>
      <Fact name={details.year}>{year !== null && String(year)}</Fact>
      <Fact name={details.duration}>{formatDuration(track.durationMs)}</Fact>
      <Fact name={details.plays}>{formatNumber(track.playCount)}</Fact>
      <Fact name={details.added}>{formatDate(track.createdAt, { dateStyle: 'long' })}</Fact>
    </>
  )
}

function FileFacts({ trackId }: { trackId: string }) {
  const file = trpc.tracks.file.useQuery({ id: trackId })
  if (file.isError) return <Fact name={details.codec}>{errorSentence(file.error)}</Fact>
  if (!file.data) {
    return [details.codec, details.bitrate, details.size].map((name) => (
      <Fact key={name} name={name}>
        <Skeleton className="my-1 h-3 w-20" />
      </Fact>
    ))
  }
  const { codec, bitrate, sizeBytes } = file.data
  return (
    <>
      <Fact name={details.codec}>{codec}</Fact>
      <Fact name={details.bitrate}>
        {bitrate !== null && details.kilobits(formatNumber(Math.round(bitrate / 1000)))}
      </Fact>
      <Fact name={details.size}>
        {formatNumber(sizeBytes / 1_000_000, {
          style: 'unit',
          unit: 'megabyte',
          maximumFractionDigits: 1,
        })}
      </Fact>
    </>
  )
}

/** A fact with its name; nothing where it isn't known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}
