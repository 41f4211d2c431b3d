import { classNames, Logo } from '@segue/ui'
import { Link, useRouterState } from '@tanstack/react-router'
import {
  ChartColumn,
  Disc3,
  Heart,
  History,
  House,
  Library,
  ListMusic,
  MicVocal,
  Music,
  Search,
  Tags,
} from 'lucide-react'
import { AccountControls } from '../features/account/account-controls.tsx'
import { PlaylistsNav } from '../features/playlists/playlists-nav.tsx'
import { messages } from '../lib/messages.ts'
import { isLibraryPath } from './library-tabs.tsx'

const { nav } = messages

/** A phone has room for five; `LibraryTabs` leads to the others there. */
const links = [
  { to: '/', name: 'home', Icon: House },
  { to: '/search', name: 'search', Icon: Search },
  { to: '/tracks', name: 'tracks', Icon: Music },
  { to: '/artists', name: 'artists', Icon: MicVocal, isWideOnly: true },
  { to: '/albums', name: 'albums', Icon: Disc3, isWideOnly: true },
  { to: '/genres', name: 'genres', Icon: Tags, isWideOnly: true },
  { to: '/favorites', name: 'favorites', Icon: Heart },
  { to: '/history', name: 'history', Icon: History, isWideOnly: true },
  { to: '/listening', name: 'listening', Icon: ChartColumn, isWideOnly: true },
  { to: '/queue', name: 'queue', Icon: ListMusic, isWideOnly: true },
  { to: '/playlists', name: 'playlists', Icon: Library },
] as const

/** On a wide window a column at the left; on a narrow one a line at the top and tabs at the foot. */
export function NavBar() {
  const isInLibrary = useRouterState({
    select: ({ location }) => isLibraryPath(location.pathname),
  })
  return (
    <div className="flex items-center justify-between px-4 pt-3 md:fixed md:inset-y-0 md:left-0 md:w-58 md:flex-col md:items-stretch md:justify-start md:border-r md:border-line md:bg-surface md:px-0 md:pt-4 md:pb-[calc(var(--bar-height)+1rem)]">
      <span className="flex items-center gap-2.5 text-lg font-bold tracking-tight md:px-6 md:pt-2 md:pb-5">
        <Logo />
        {messages.appName}
      </span>
      <nav
        aria-label={nav.label}
        className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:h-(--nav-height) max-md:border-t max-md:border-line max-md:bg-surface md:min-h-0 md:flex-1 md:overflow-y-auto md:px-4"
      >
        <ul className="max-md:grid max-md:grid-cols-5 md:space-y-0.5">
          {links.map(({ to, name, Icon, ...link }) => (
            <li key={to} className={classNames('isWideOnly' in link && 'max-md:hidden')}>
              <Link
                to={to}
                activeOptions={{ includeSearch: false, exact: to === '/' }}
                className={classNames(
                  to === '/tracks' && isInLibrary && 'max-md:text-accent',
                  'flex items-center text-sm font-medium text-ink-soft transition-colors hover:text-ink max-md:h-14 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:text-xs md:h-9 md:gap-3 md:rounded-md md:px-2.5 md:hover:bg-sunken aria-[current=page]:text-ink max-md:aria-[current=page]:text-accent md:aria-[current=page]:bg-accent-wash md:aria-[current=page]:font-semibold md:aria-[current=page]:[&>svg]:text-accent',
                )}
              >
                <Icon aria-hidden className="size-5" />
                {nav[name]}
              </Link>
            </li>
          ))}
        </ul>
        <PlaylistsNav className="max-md:hidden" />
      </nav>
      <AccountControls />
    </div>
  )
}
