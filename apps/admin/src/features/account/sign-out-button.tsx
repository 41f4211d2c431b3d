import { Button, showToast } from '@segue/ui'
import { LogOut } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'

export function SignOutButton() {
  const logout = trpc.auth.logout.useMutation({
    onSuccess: () =>
      queries.auth.session.setData(undefined, (kept) => kept && { ...kept, user: null }),
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  return (
    <Button isBusy={logout.isPending} onClick={() => logout.mutate()}>
      <LogOut aria-hidden className="size-4" />
      {messages.account.signOut}
    </Button>
  )
}
