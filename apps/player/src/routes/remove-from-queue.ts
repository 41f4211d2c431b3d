import { showToast } from '@segue/ui'
import { removeFromQueue } from '../features/player/queue-commands.ts'
import { messages } from '../lib/messages.ts'

/** Takes entries out of the queue and says so, with the way to have them back. */
export function removeAndSay(keys: ReadonlySet<number>): void {
  const { queue } = messages
  const onSelect = removeFromQueue(keys)
  showToast({ title: queue.removed(keys.size), action: { label: queue.undo, onSelect } })
}
