import type { RouterOutputs } from '@segue/api'
import { create } from 'zustand'

export interface QueueOffer {
  status: NonNullable<RouterOutputs['queue']['status']>
  /** It was this device's before: it is taken back. */
  wasHere: boolean
}

/** The queue of another device, which may be gone on with here; null while there is none. */
export const useQueueOffer = create<{ offer: QueueOffer | null }>(() => ({ offer: null }))
