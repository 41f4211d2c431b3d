import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { sendHeldRemovals } from '../../lib/held-removals.ts'
import { trpc } from '../../lib/trpc.ts'
import { settleQueue } from '../player/queue-sync.ts'
import { useLeave } from './use-leave.ts'

/** Signs out on the server, and then here. */
export function useSignOut(): { isPending: boolean; signOut(): void } {
  const leave = useLeave()
  const { isPending, mutate } = trpc.auth.logout.useMutation({
    onSuccess: leave,
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  const signOut = () => void Promise.all([sendHeldRemovals(), settleQueue()]).then(() => mutate())
  return { isPending, signOut }
}
