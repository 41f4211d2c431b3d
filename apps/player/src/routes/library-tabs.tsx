import { Link } from '@tanstack/react-router'
import { messages } from '../lib/messages.ts'

const { nav } = messages

const tabs = [
  { to: '/tracks', name: 'tracks' },
  { to: '/artists', name: 'artists' },
  { to: '/albums', name: 'albums' },
] as const

/** The three ways into the library, where the navigation has room for one. */
export function LibraryTabs() {
  return (
    <nav aria-label={nav.library} className="mb-3 md:hidden">
      <ul className="grid grid-cols-3 gap-1 rounded-md bg-sunken p-1">
        {tabs.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ includeSearch: false }}
              className="flex h-8 items-center justify-center rounded-sm text-sm font-medium text-ink-soft aria-[current=page]:bg-surface aria-[current=page]:text-ink aria-[current=page]:shadow-cover"
            >
              {nav[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
