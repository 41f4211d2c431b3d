import { IconButton, showToast, ThemeToggle } from '@segue/ui'
import { useRouter } from '@tanstack/react-router'
import { LogOut, Wrench } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { queries, queryClient, trpc } from '../../lib/trpc.ts'
import { stop } from '../player/queue-commands.ts'

/** Who is signed in, the theme, and the way out. */
export function AccountControls() {
  const router = useRouter()
  const session = trpc.auth.session.useQuery()
  const logout = trpc.auth.logout.useMutation({
    async onSuccess() {
      stop()
      queryClient.clear()
      queries.auth.session.setData(undefined, { user: null })
      await router.navigate({ to: '/sign-in' })
    },
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  return (
    <div className="flex items-center gap-1 md:mt-auto md:pl-2">
      <span className="min-w-0 flex-1 truncate text-sm font-medium text-ink-soft max-sm:hidden max-md:mr-2">
        {session.data?.user?.nickname}
      </span>
      {session.data?.user?.role === 'admin' && (
        <a
          href="/admin/"
          aria-label={messages.account.admin}
          title={messages.account.admin}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-full text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink"
        >
          <Wrench aria-hidden className="size-4" />
        </a>
      )}
      <ThemeToggle labels={messages.theme} />
      <IconButton
        label={messages.account.signOut}
        size="sm"
        disabled={logout.isPending}
        onClick={() => logout.mutate()}
      >
        <LogOut aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
