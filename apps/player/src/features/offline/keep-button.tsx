import { Button, showToast } from '@segue/ui'
import { CircleCheck, CloudDownload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import { messages } from '../../lib/messages.ts'
import { drop, keep } from '../../lib/offline/keep.ts'
import { progressOf } from './progress-of.ts'
import type { CollectionRef } from '../../lib/offline/kept-cache.ts'
import { isKept, keptState, useKept } from '../../lib/offline/kept.ts'
import { registered } from '../../lib/service-worker.ts'

const { offline } = messages

export interface KeepButtonProps {
  collection: CollectionRef
  name: string
}

/** Keeps an album or a playlist on this device, says how far that is, and takes it away again. */
export function KeepButton({ collection, name }: KeepButtonProps) {
  const isPressed = useKept((state) => isKept(state, collection))
  const keeping = useKept((state) => state.keeping[collection.id])
  const hold = useKept((state) => state.hold)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => void keptState(), [])

  async function press() {
    setIsBusy(true)
    try {
      if (isPressed) await drop(collection)
      else await keepOrSay()
    } catch (error) {
      showToast({ title: errorSentence(error), isProblem: true })
    }
    setIsBusy(false)
  }

  async function keepOrSay() {
    // It would be of no use without the worker that opens the player without the network.
    if (await registered()) await navigator.serviceWorker.ready
    const outcome = await keep(collection)
    if (outcome.fits) return
    const { needed, free } = outcome
    const detail = offline.tooLargeDetail(formatBytes(needed), formatBytes(free))
    showToast({ title: offline.tooLarge(name), detail, isProblem: true })
  }

  if (!('caches' in globalThis) || !('serviceWorker' in navigator)) return null
  const Icon = isPressed && !keeping ? CircleCheck : CloudDownload
  return (
    <Button isBusy={isBusy} aria-pressed={isPressed} onClick={() => void press()}>
      <Icon aria-hidden className={isPressed ? 'size-4 text-accent' : 'size-4'} />
      {keeping ? progressOf(keeping, hold) : isPressed ? offline.kept : offline.keep}
    </Button>
  )
}
