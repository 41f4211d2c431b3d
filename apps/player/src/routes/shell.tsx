import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { NavBar } from './nav-bar.tsx'
import { OfflinePill } from '../features/offline/offline-pill.tsx'
import { NowPlayingBar } from '../features/player/now-playing-bar.tsx'
import { useQueueOffer } from '../features/player/queue-offer.ts'
import { useSheet } from '../features/player/sheet-state.ts'
import { FavoriteButton } from '../features/tracks/favorite-button.tsx'
import { messages } from '../lib/messages.ts'
import { usePlaylistChoice } from '../lib/playlist-choice.ts'
import { useShortcutSheet } from '../lib/shortcut-sheet.ts'
import type { Track } from '../lib/track.ts'
import { useTrackDetails } from '../lib/track-details.ts'
import { isLibraryPath, LibraryTabs } from './library-tabs.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const AddToPlaylist = lazy(async () => {
  const { AddToPlaylist } = await import('../features/playlists/add-to-playlist.tsx')
  return { default: AddToPlaylist }
})

const ContinueOffer = lazy(async () => {
  const { ContinueOffer } = await import('../features/player/continue-offer.tsx')
  return { default: ContinueOffer }
})

const NowPlayingSheet = lazy(async () => {
  const { NowPlayingSheet } = await import('../features/player/now-playing-sheet.tsx')
  return { default: NowPlayingSheet }
})

const ShortcutSheet = lazy(async () => {
  const { ShortcutSheet } = await import('../features/player/shortcut-sheet.tsx')
  return { default: ShortcutSheet }
})

const TrackDetails = lazy(async () => {
  const { TrackDetails } = await import('../features/tracks/track-details.tsx')
  return { default: TrackDetails }
})

/** What stands around every page: navigation, the page (the route's, unless given), and what plays. */
export function Shell({ children }: { children?: ReactNode }) {
  const wasAsked = usePlaylistChoice(({ tracks }) => tracks.length > 0)
  const wantsDetails = useTrackDetails(({ track }) => track !== null)
  const { isOpen } = useSheet()
  const [wasOpened, setWasOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setWasOpened(true)
  const wantsShortcuts = useShortcutSheet(({ wasOpened }) => wasOpened)
  const hasTabs = useRouterState({ select: ({ location }) => isLibraryPath(location.pathname) })
  const isOffered = useQueueOffer(({ offer }) => offer !== null)
  useShortcuts()

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
        className="relative isolate mx-auto max-w-7xl px-4 pt-2 pb-[calc(var(--bar-height)+var(--nav-height)+2rem)] outline-none md:px-6 md:pt-6"
      >
        {hasTabs && <LibraryTabs />}
        {children ?? <Outlet />}
      </main>
      <OfflinePill />
      {isOffered && (
        <Suspense>
          <ContinueOffer />
        </Suspense>
      )}
      <NowPlayingBar renderAction={favoriteButton} />
      {wasOpened && (
        <Suspense>
          <NowPlayingSheet renderAction={favoriteButton} />
        </Suspense>
      )}
      {wasAsked && (
        <Suspense>
          <AddToPlaylist />
        </Suspense>
      )}
      {wantsDetails && (
        <Suspense>
          <TrackDetails />
        </Suspense>
      )}
      {wantsShortcuts && (
        <Suspense>
          <ShortcutSheet />
        </Suspense>
      )}
    </div>
  )
}

function favoriteButton(track: Track) {
  return <FavoriteButton track={track} />
}
