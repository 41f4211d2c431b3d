import { VisuallyHidden } from '@segue/ui'
import { CircleArrowDown } from 'lucide-react'
import { messages } from '../messages.ts'
import { useKept } from './kept.ts'

/** Stands beside a track that plays without the network. */
export function KeptMark({ trackId }: { trackId: string }) {
  const isKept = useKept((state) => state.tracks.has(trackId))
  if (!isKept) return null
  return (
    <>
      <CircleArrowDown aria-hidden className="mr-1.5 inline size-3.5 align-[-0.15em] text-accent" />
      <VisuallyHidden>{messages.offline.trackKept} </VisuallyHidden>
    </>
  )
}
