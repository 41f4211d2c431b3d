import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { parseTrackSearch } from './features/tracks/track-search.ts'
import { albumSorts, artistSorts, parseBrowseSearch } from './lib/browse-search.ts'
import { parseHistorySearch } from './lib/history-search.ts'
import { parseListeningSearch } from './lib/listening-search.ts'
import { safeNextPath } from './lib/next-path.ts'
import { keepResetToken } from './lib/reset-token.ts'
import { sayingOnly } from './lib/saying-only.ts'
import { queries } from './lib/trpc.ts'
import { NotFound } from './routes/not-found.tsx'
import { RouteError } from './routes/route-error.tsx'

const root = createRootRoute()

interface AccountSearch {
  next?: string
}

const accountRoute = {
  getParentRoute: () => root,
  validateSearch: sayingOnly(({ next }): AccountSearch =>
    typeof next === 'string' ? { next: safeNextPath(next) } : {},
  ),
  async beforeLoad({ search }: { search: AccountSearch }) {
    const { user } = await queries.auth.session.ensureData()
    if (user) throw redirect({ href: safeNextPath(search.next), replace: true })
  },
}

const signIn = createRoute({
  ...accountRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./routes/sign-in.tsx'), 'SignIn'),
})

const register = createRoute({
  ...accountRoute,
  path: '/register',
  component: lazyRouteComponent(() => import('./routes/register.tsx'), 'Register'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  async beforeLoad({ location }) {
    const { user } = await queries.auth.session.ensureData()
    if (!user) throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true })
  },
  component: lazyRouteComponent(() => import('./routes/shell.tsx'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/home.tsx'), 'Home'),
})

const tracks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tracks',
  validateSearch: sayingOnly(parseTrackSearch),
  component: lazyRouteComponent(() => import('./routes/tracks.tsx'), 'Tracks'),
})

const search = createRoute({
  getParentRoute: () => signedIn,
  path: '/search',
  validateSearch: sayingOnly((raw) => parseBrowseSearch(raw, [])),
  component: lazyRouteComponent(() => import('./routes/search.tsx'), 'Search'),
})

const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/history',
  validateSearch: sayingOnly(parseHistorySearch),
  component: lazyRouteComponent(() => import('./routes/history.tsx'), 'History'),
})

const listening = createRoute({
  getParentRoute: () => signedIn,
  path: '/listening',
  validateSearch: sayingOnly(parseListeningSearch),
  component: lazyRouteComponent(() => import('./routes/listening.tsx'), 'Listening'),
})

const favorites = createRoute({
  getParentRoute: () => signedIn,
  path: '/favorites',
  component: lazyRouteComponent(() => import('./routes/favorites.tsx'), 'Favorites'),
})

const artists = createRoute({
  getParentRoute: () => signedIn,
  path: '/artists',
  validateSearch: sayingOnly((raw) => parseBrowseSearch(raw, artistSorts)),
  component: lazyRouteComponent(() => import('./routes/artists.tsx'), 'Artists'),
})

const artist = createRoute({
  getParentRoute: () => signedIn,
  path: '/artists/$id',
  component: lazyRouteComponent(() => import('./routes/artist.tsx'), 'Artist'),
})

const albums = createRoute({
  getParentRoute: () => signedIn,
  path: '/albums',
  validateSearch: sayingOnly((raw) => parseBrowseSearch(raw, albumSorts)),
  component: lazyRouteComponent(() => import('./routes/albums.tsx'), 'Albums'),
})

const album = createRoute({
  getParentRoute: () => signedIn,
  path: '/albums/$id',
  component: lazyRouteComponent(() => import('./routes/album.tsx'), 'Album'),
})

const genres = createRoute({
  getParentRoute: () => signedIn,
  path: '/genres',
  validateSearch: sayingOnly((raw) => parseBrowseSearch(raw, [])),
  component: lazyRouteComponent(() => import('./routes/genres.tsx'), 'Genres'),
})

const playlists = createRoute({
  getParentRoute: () => signedIn,
  path: '/playlists',
  validateSearch: sayingOnly((raw) => parseBrowseSearch(raw, [])),
  component: lazyRouteComponent(() => import('./routes/playlists.tsx'), 'Playlists'),
})

const deletedPlaylists = createRoute({
  getParentRoute: () => signedIn,
  path: '/playlists/deleted',
  component: lazyRouteComponent(() => import('./routes/deleted-playlists.tsx'), 'DeletedPlaylists'),
})

const playlist = createRoute({
  getParentRoute: () => signedIn,
  path: '/playlists/$id',
  component: lazyRouteComponent(() => import('./routes/playlist.tsx'), 'Playlist'),
})

const me = createRoute({
  getParentRoute: () => signedIn,
  path: '/me',
  component: lazyRouteComponent(() => import('./routes/me.tsx'), 'Me'),
})

/** Open to everyone; who is signed in sees it as any other page. */
const shared = createRoute({
  getParentRoute: () => root,
  path: '/p/$slug',
  async beforeLoad() {
    await queries.auth.session.ensureData()
  },
  component: lazyRouteComponent(() => import('./routes/shared.tsx'), 'Shared'),
})

/** Sets a password by a link, whoever is signed in; the link's token goes out of the address. */
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  beforeLoad({ location }) {
    if (location.hash === '') return
    keepResetToken(location.hash)
    throw redirect({ to: '/reset', replace: true })
  },
  component: lazyRouteComponent(() => import('./routes/reset.tsx'), 'Reset'),
})

const queue = createRoute({
  getParentRoute: () => signedIn,
  path: '/queue',
  component: lazyRouteComponent(() => import('./routes/queue.tsx'), 'Queue'),
})

const offline = createRoute({
  getParentRoute: () => signedIn,
  path: '/offline',
  component: lazyRouteComponent(() => import('./routes/offline.tsx'), 'Offline'),
})

/** Every page of the player. Addresses carry plain words: `?q=low+tide&sort=title`. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    register,
    shared,
    reset,
    signedIn.addChildren([
      home,
      search,
      tracks,
      artists,
      artist,
      albums,
      album,
      genres,
      favorites,
      playlists,
      deletedPlaylists,
      playlist,
      history,
      listening,
      queue,
      offline,
      me,
    ]),
  ]),
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
