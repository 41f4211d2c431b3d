import { useRouter } from '@tanstack/react-router'
import { showSession } from '../../lib/show-session.ts'
import { queries, queryClient } from '../../lib/trpc.ts'
import { disown } from '../player/playback.ts'
import { stop } from '../player/queue-commands.ts'
import { releaseQueue } from '../player/queue-keeper.ts'

/** Forgets who was signed in, with their music and lists, once the server has; leads to the sign-in. */
export function useLeave(): () => Promise<void> {
  const router = useRouter()
  return async () => {
    releaseQueue()
    disown()
    stop()
    showSession(null)
    await router.navigate({ to: '/sign-in' })
    const session = queries.auth.session.getData()
    // Not before: what still shows a list would ask for it again.
    queryClient.clear()
    queries.auth.session.setData(undefined, session)
  }
}
