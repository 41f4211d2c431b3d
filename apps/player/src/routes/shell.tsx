import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { NavBar } from '../features/account/nav-bar.tsx'
import { shortcutOf } from '../features/player/keyboard.ts'
import { NowPlayingBar } from '../features/player/now-playing-bar.tsx'
import { toggle } from '../features/player/playback.ts'
import { messages } from '../lib/messages.ts'

/** What stands around every page: navigation, the page, and what plays. */
export function Shell() {
  const router = useRouter()

  useEffect(() => {
    async function press(event: KeyboardEvent) {
      const target = event.target instanceof Element ? event.target : null
      const shortcut = shortcutOf(event, target)
      if (shortcut === null) return
      event.preventDefault()
      if (shortcut === 'toggle') return toggle()
      if (router.state.location.pathname !== '/tracks') await router.navigate({ to: '/tracks' })
      document.getElementById('search')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [router])

  return (
    <div className="min-h-dvh [--bar-height:4.25rem] [--nav-height:calc(3.5rem+env(safe-area-inset-bottom))] md:pl-58 md:[--bar-height:5.5rem] md:[--nav-height:0px]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {messages.skipToContent}
      </a>
      <NavBar />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-7xl px-4 pt-2 pb-[calc(var(--bar-height)+var(--nav-height)+2rem)] outline-none md:px-6 md:pt-6"
      >
        <Outlet />
      </main>
      <NowPlayingBar />
    </div>
  )
}
