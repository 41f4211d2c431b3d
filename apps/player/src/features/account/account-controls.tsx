import { Avatar, IconButton, ThemeToggle } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { LogOut, Wrench } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'
import { useSignOut } from './use-sign-out.ts'

/** Who is signed in, with the way to their page, the theme, and the way out. */
export function AccountControls() {
  const { data } = trpc.auth.session.useQuery()
  const { isPending, signOut } = useSignOut()
  return (
    <div className="flex items-center gap-1 md:mt-auto md:px-4 md:pt-2 md:pl-6">
      {data?.user && (
        <Link
          to="/me"
          aria-label={messages.account.myPage(data.user.nickname)}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-full text-sm font-medium text-ink-soft transition-colors hover:text-ink max-md:mr-2"
        >
          <Avatar path={data.user.avatarUrl} name={data.user.nickname} className="size-7 text-xs" />
          <span className="truncate max-sm:hidden">{data.user.nickname}</span>
        </Link>
      )}
      {data?.user?.role === 'admin' && (
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
      <IconButton label={messages.account.signOut} size="sm" disabled={isPending} onClick={signOut}>
        <LogOut aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
