import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { sendHeldRemovals } from '../../lib/held-removals.ts'
import { trpc } from '../../lib/trpc.ts'
import { useLeave } from './use-leave.ts'

/** Signs out on the server, and then here. */
export function useSignOut(): { isPending: boolean; signOut(): void } {
  const leave = useLeave()
  const { isPending, mutate } = trpc.auth.logout.useMutation({
    onSuccess: leave,
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  return { isPending, signOut: () => void sendHeldRemovals().then(() => mutate()) }
}
