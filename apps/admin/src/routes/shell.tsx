import { Logo, ThemeToggle } from '@segue/ui'
import { Link, Outlet } from '@tanstack/react-router'
import { ExternalLink, Heart, History, ListMusic, Music, Upload, Users } from 'lucide-react'
import { Gate } from '../features/account/gate.tsx'
import { SignOutButton } from '../features/account/sign-out-button.tsx'
import { UploadGuard } from '../features/upload/upload-guard.tsx'
import { messages } from '../lib/messages.ts'

const links = [
  { to: '/', label: messages.nav.tracks, Icon: Music },
  { to: '/upload', label: messages.nav.upload, Icon: Upload },
  { to: '/users', label: messages.nav.users, Icon: Users },
  { to: '/favorites', label: messages.nav.favorites, Icon: Heart },
  { to: '/history', label: messages.nav.history, Icon: History },
  { to: '/playlists', label: messages.nav.playlists, Icon: ListMusic },
] as const

/** What stands around every page, for administrators. */
export function Shell() {
  return (
    <Gate>
      <UploadGuard />
      <header className="sticky top-0 z-30 border-b border-line bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 md:px-6">
          <span className="flex items-center gap-2.5 py-3 text-lg font-bold tracking-tight">
            <Logo />
            {messages.appName}
            <span className="rounded-sm bg-sunken px-1.5 py-0.5 text-xs font-semibold tracking-normal text-ink-soft">
              {messages.area}
            </span>
          </span>
          <nav aria-label={messages.nav.label} className="max-xl:order-last max-xl:w-full">
            <ul className="flex gap-1 max-xl:pb-2 max-md:-mx-2 max-md:gap-0">
              {links.map(({ to, label, Icon }) => (
                <li key={to} className="max-md:flex-auto">
                  <Link
                    to={to}
                    activeOptions={{ exact: true, includeSearch: false }}
                    className="flex items-center justify-center rounded-md font-medium max-md:h-12 max-md:flex-col max-md:gap-0.5 max-md:text-xs md:h-10 md:gap-2 md:px-3 md:text-sm text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:[&>svg]:text-accent"
                  >
                    <Icon aria-hidden className="size-4" />
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto flex items-center gap-2">
            <a
              href="/"
              className="mr-2 flex items-center gap-1.5 text-sm font-medium text-ink-soft hover:text-ink max-lg:hidden"
            >
              {messages.nav.player}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
            <ThemeToggle labels={messages.theme} />
            <SignOutButton />
          </div>
        </div>
      </header>
      <main className="mx-auto max-w-7xl px-4 py-6 md:px-6 md:py-8">
        <Outlet />
      </main>
    </Gate>
  )
}
