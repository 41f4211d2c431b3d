import { useRouter } from '@tanstack/react-router'
import { queries, queryClient } from '../../lib/trpc.ts'
import { stop } from '../player/queue-commands.ts'

/** Forgets who was signed in, with their music and lists, once the server has; leads to the sign-in. */
export function useLeave(): () => Promise<void> {
  const router = useRouter()
  return async () => {
    stop()
    queryClient.clear()
    queries.auth.session.setData(undefined, { user: null })
    await router.navigate({ to: '/sign-in' })
  }
}
