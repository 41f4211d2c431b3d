import { authRouter } from './features/auth/auth.router.ts'
import { historyRouter } from './features/history/history.router.ts'
import { meRouter } from './features/me/me.router.ts'
import { streamRouter } from './features/stream/stream.router.ts'
import { tracksRouter } from './features/tracks/tracks.router.ts'
import { router } from './trpc/trpc.ts'

export const appRouter = router({
  auth: authRouter,
  history: historyRouter,
  me: meRouter,
  stream: streamRouter,
  tracks: tracksRouter,
})

export type AppRouter = typeof appRouter
