import './app.css'
import { AppFrame, applyTheme, loadHangulFont } from '@segue/ui'
import { onSignedOut } from '@segue/web'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { messages } from './lib/messages.ts'
import { api, queries, queryClient, trpc } from './lib/trpc.ts'
import { router } from './routes.tsx'

applyTheme()
onSignedOut(() =>
  queries.auth.session.setData(undefined, (kept) => kept && { ...kept, user: null }),
)

const element = document.getElementById('root')
if (!element) throw new Error('The page has no element to draw into')

createRoot(element).render(
  <StrictMode>
    <trpc.Provider client={api} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <AppFrame closeLabel={messages.close} missedLabel={messages.missedPart}>
          <RouterProvider router={router} />
        </AppFrame>
      </QueryClientProvider>
    </trpc.Provider>
  </StrictMode>,
)

loadHangulFont()
