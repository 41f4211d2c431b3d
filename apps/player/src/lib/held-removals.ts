import { showToast } from '@segue/ui'
import { create } from 'zustand'
import { errorSentence } from './error-sentence.ts'
import { leftOverRemovals, noteRemovals } from './noted-removals.ts'
import { messages } from './messages.ts'
import { api, queries } from './trpc.ts'

/** Plays that are on their way out of the history: not shown, though the server may have them yet. */
export const useHeldRemovals = create<{ hidden: ReadonlySet<string> }>(() => ({
  hidden: new Set(),
}))

/** At most so many go in one call. */
const most = 500

let held: readonly string[] = []

globalThis.addEventListener('pagehide', () => void sendHeldRemovals())
void leftOverRemovals(async (playIds) => {
  hide(playIds, true)
  await remove(playIds)
})

/**
 * Takes plays out of the history. They are gone from the page at once, and from the server as soon
 * as the offer to take it back is gone; with the page at the latest, or with the next one where the
 * browser did not wait.
 */
export function removePlays(playIds: readonly string[]): void {
  void sendHeldRemovals()
  held = playIds
  noteRemovals(playIds)
  hide(playIds, true)
  showToast({
    title: messages.history.removed(playIds.length),
    action: {
      label: messages.history.undo,
      onSelect() {
        hide(playIds, false)
        if (held !== playIds) return
        held = []
        noteRemovals([])
      },
    },
    // Pressing what it offers closes it too, just before.
    onClose: () =>
      queueMicrotask(() => {
        if (held === playIds) void sendHeldRemovals()
      }),
  })
}

/** Tells the server what is held back, such as before a sign-out. */
export async function sendHeldRemovals(): Promise<void> {
  const playIds = held
  held = []
  if (playIds.length === 0) return
  try {
    await remove(playIds)
    if (held.length === 0) noteRemovals([])
    void queries.history.invalidate()
  } catch (error) {
    hide(playIds, false)
    if (held.length === 0) noteRemovals([])
    showToast({ title: errorSentence(error), isProblem: true })
  }
}

async function remove(playIds: readonly string[]): Promise<void> {
  for (let from = 0; from < playIds.length; from += most)
    await api.history.removeMany.mutate({ playIds: playIds.slice(from, from + most) })
}

function hide(playIds: readonly string[], isHidden: boolean): void {
  useHeldRemovals.setState(({ hidden }) => {
    const changed = new Set(hidden)
    for (const id of playIds) {
      if (isHidden) changed.add(id)
      else changed.delete(id)
    }
    return { hidden: changed }
  })
}
