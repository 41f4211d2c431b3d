import './app.css'
import { AppFrame, applyTheme, loadHangulFont } from '@segue/ui'
import { onSignedOut } from '@segue/web'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followLanguage } from './features/account/follow-language.ts'
import { interrupt, keepListenersApart } from './features/account/keep-apart.ts'
import { catchUpWhenOnline } from './features/offline/catch-up.ts'
import { atFirstSign } from './features/player/first-sign.ts'
import { fetchAhead } from './features/player/late-engine.ts'
import { connectMediaSession } from './features/player/media-session.ts'
import { pause } from './features/player/playback.ts'
import { usePlayer } from './features/player/player-store.ts'
import { keepQueue } from './features/player/queue-keeper.ts'
import { watchOthers } from './features/player/queue-sync.ts'
import { connectSleepTimer } from './features/player/sleep-timer.ts'
import { keepFocusPlaces } from './lib/focus-places.ts'
import { followOtherTabs } from './lib/follow-other-tabs.ts'
import { startLanguage, useLanguage } from './lib/language.ts'
import { messages } from './lib/messages.ts'
import { followNewBuilds, startServiceWorker } from './lib/service-worker.ts'
import { signedInId } from './lib/signed-in-id.ts'
import { queryClient } from './lib/trpc.ts'
import { router } from './routes.tsx'

applyTheme()
atFirstSign(fetchAhead)
connectMediaSession()
connectSleepTimer()
keepListenersApart()
followLanguage()
keepQueue()
watchOthers()
onSignedOut(() => {
  interrupt()
  void router.invalidate()
})
keepFocusPlaces(router)
followNewBuilds(() => usePlayer.getState().isPlaying)
followOtherTabs(() => {
  if (signedInId() === undefined) pause()
  void router.invalidate()
})

// Not awaited here: the sentences of a language may import what this file is bundled with.
void startLanguage().then(draw)

function draw(): void {
  const element = document.getElementById('root')
  if (!element) throw new Error('The page has no element to draw into')
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SpokenPage />
      </QueryClientProvider>
    </StrictMode>,
  )
  loadHangulFont()
  startServiceWorker()
  catchUpWhenOnline()
}

/** The whole page, drawn anew in another language. */
function SpokenPage() {
  const language = useLanguage()
  return (
    <AppFrame
      key={language}
      closeLabel={messages.close}
      missedLabel={messages.missedPart}
      toastClassName="right-4 bottom-34 md:right-6 md:bottom-26"
    >
      <RouterProvider router={router} />
    </AppFrame>
  )
}
