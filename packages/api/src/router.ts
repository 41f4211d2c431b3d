import { albumsRouter } from './features/albums/albums.router.ts'
import { artistsRouter } from './features/artists/artists.router.ts'
import { authRouter } from './features/auth/auth.router.ts'
import { meRouter } from './features/auth/me.router.ts'
import { usersAdminRouter } from './features/auth/users.admin.router.ts'
import { favoritesAdminRouter } from './features/favorites/favorites.admin.router.ts'
import { favoritesRouter } from './features/favorites/favorites.router.ts'
import { historyAdminRouter } from './features/history/history.admin.router.ts'
import { historyRouter } from './features/history/history.router.ts'
import { playlistsAdminRouter } from './features/playlists/playlists.admin.router.ts'
import { playlistsRouter } from './features/playlists/playlists.router.ts'
import { queueRouter } from './features/queue/queue.router.ts'
import { streamRouter } from './features/stream/stream.router.ts'
import { tracksRouter } from './features/tracks/tracks.router.ts'
import { router } from './trpc/trpc.ts'

export const appRouter = router({
  admin: router({
    favorites: favoritesAdminRouter,
    history: historyAdminRouter,
    playlists: playlistsAdminRouter,
    users: usersAdminRouter,
  }),
  albums: albumsRouter,
  artists: artistsRouter,
  auth: authRouter,
  favorites: favoritesRouter,
  history: historyRouter,
  me: meRouter,
  playlists: playlistsRouter,
  queue: queueRouter,
  stream: streamRouter,
  tracks: tracksRouter,
})

export type AppRouter = typeof appRouter
