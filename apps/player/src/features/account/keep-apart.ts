import { showToast } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { showSession } from '../../lib/show-session.ts'
import { queries, queryClient, trpc } from '../../lib/trpc.ts'
import { disown, pause, resume } from '../player/playback.ts'
import { usePlayer } from '../player/player-store.ts'
import { stop } from '../player/queue-commands.ts'
import { procedureKey } from '../../lib/procedure-key.ts'

/**
 * Keeps the music and the lists of one listener from the next one in the same tab, however they came
 * to be signed in: by a form here or in another tab. Who signs in again finds their queue.
 */
export function keepListenersApart(): void {
  let owner: string | null = null
  queryClient.getQueryCache().subscribe(() => {
    const id = queries.auth.session.getData()?.user?.id
    if (id === undefined) return
    if (id === owner) return goOn()
    const hasLeftovers = owner !== null
    owner = id
    if (hasLeftovers) forget()
  })
}

let wasInterrupted = false

/** Their session ended: the music waits for its listener to sign in again. Nobody is, from here on. */
export function interrupt(): void {
  showSession(null)
  if (usePlayer.getState().isPlaying) {
    wasInterrupted = true
    showToast({ title: messages.interrupted, isProblem: true })
  }
  pause()
}

function goOn(): void {
  if (!wasInterrupted) return
  wasInterrupted = false
  void resume()
}

function forget(): void {
  wasInterrupted = false
  disown()
  stop()
  const session = queryClient
    .getQueryCache()
    .find({ queryKey: procedureKey(trpc.auth.session, undefined, 'query') })
  void queryClient.resetQueries({ predicate: (query) => query !== session })
}
