import { Button, Cover, formatDuration, IconButton, showToast } from '@segue/ui'
import { X } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { useQueueOffer } from './queue-offer.ts'
import { stayHere, takeOver } from './queue-sync.ts'

/** Offers to go on with what another device played last. It moves nothing, and waits for a press. */
export function ContinueOffer() {
  const { offer } = messages
  const current = useQueueOffer((state) => state.offer)
  if (!current?.status.track) return null
  const { status, wasHere } = current
  const { track, device, positionMs } = current.status
  if (!track) return null
  const place = offer.place(track.title, track.artist.name, formatDuration(positionMs))
  return (
    <section
      aria-label={offer.label}
      className="fixed inset-x-4 bottom-[calc(var(--bar-height)+var(--nav-height)+0.75rem)] z-20 mx-auto flex max-w-xl items-center gap-3 rounded-lg max-sm:flex-wrap border border-line bg-raised p-2.5 shadow-popup md:left-62"
    >
      <Cover
        path={track.coverUrl}
        name={track.album?.title ?? track.title}
        sizes="40px"
        className="size-10"
      />
      <output className="min-w-0 flex-1 text-sm">
        <span className="block truncate font-semibold">
          {wasHere ? offer.wentOn(device.name) : offer.goOn(device.name)}
        </span>
        <span className="block truncate text-ink-soft">{place}</span>
      </output>
      <Button
        look="primary"
        className="max-sm:order-last max-sm:w-full"
        onClick={() => {
          takeOver().catch(() => showToast({ title: offer.failed, isProblem: true }))
        }}
      >
        {wasHere ? offer.takeBack : offer.take}
      </Button>
      <IconButton key={status.revision} label={offer.leave} size="sm" onClick={stayHere}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </section>
  )
}
