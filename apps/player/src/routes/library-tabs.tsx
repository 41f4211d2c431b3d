import { Link, useRouterState } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { messages } from '../lib/messages.ts'

const { nav } = messages

const tabs = [
  { to: '/tracks', name: 'tracks' },
  { to: '/artists', name: 'artists' },
  { to: '/albums', name: 'albums' },
  { to: '/genres', name: 'genres' },
  { to: '/history', name: 'history' },
  { to: '/listening', name: 'listening' },
] as const

/** Whether a page is one of those that the tabs lead to. */
export function isLibraryPath(path: string): boolean {
  return tabs.some(({ to }) => path === to)
}

/** The ways into the library and to what was heard, where the navigation has room for one. */
export function LibraryTabs() {
  const ref = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useLayoutEffect(() => {
    const tab = ref.current?.querySelector<HTMLElement>(`a[href="${path}"]`)
    if (ref.current && tab)
      ref.current.scrollLeft = tab.offsetLeft - (ref.current.clientWidth - tab.offsetWidth) / 2
  }, [path])
  return (
    <nav
      ref={ref}
      aria-label={nav.library}
      className="relative -mx-4 mb-3 overflow-x-auto px-4 [scrollbar-width:none] md:hidden"
    >
      <ul className="flex w-max gap-2">
        {tabs.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ includeSearch: false }}
              className="flex h-8 items-center rounded-full bg-sunken px-3.5 text-sm font-medium text-ink-soft aria-[current=page]:bg-ink aria-[current=page]:text-canvas"
            >
              {nav[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
