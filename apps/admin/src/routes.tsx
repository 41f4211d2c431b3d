import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { parsePlaylistSearch } from './features/playlists/playlist-search.ts'
import { parseTrackSearch } from './features/tracks/track-search.ts'
import { parseUserSearch } from './features/users/user-search.ts'
import { parseRecordSearch } from './lib/record-search.ts'
import { NotFound } from './routes/not-found.tsx'
import { RouteError } from './routes/route-error.tsx'

const root = createRootRoute({
  component: lazyRouteComponent(() => import('./routes/shell.tsx'), 'Shell'),
})

const tracks = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: parseTrackSearch,
  component: lazyRouteComponent(() => import('./routes/tracks.tsx'), 'Tracks'),
})

const upload = createRoute({
  getParentRoute: () => root,
  path: '/upload',
  component: lazyRouteComponent(() => import('./routes/upload.tsx'), 'Upload'),
})

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  validateSearch: parseUserSearch,
  component: lazyRouteComponent(() => import('./routes/users.tsx'), 'Users'),
})

const favorites = createRoute({
  getParentRoute: () => root,
  path: '/favorites',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import('./routes/favorites.tsx'), 'Favorites'),
})

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import('./routes/history.tsx'), 'History'),
})

const playlists = createRoute({
  getParentRoute: () => root,
  path: '/playlists',
  validateSearch: parsePlaylistSearch,
  component: lazyRouteComponent(() => import('./routes/playlists.tsx'), 'Playlists'),
})

/** Every page of the admin app. Addresses carry plain words: `?q=low+tide&sort=title`. */
export const router = createRouter({
  routeTree: root.addChildren([tracks, upload, users, favorites, history, playlists]),
  basepath: '/admin',
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch(search) {
    const given = Object.entries(search).filter(([, value]) => value !== undefined)
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
    return text && `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
