import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { parseTrackSearch } from './features/tracks/track-search.ts'
import { safeNextPath } from './lib/next-path.ts'
import { queries } from './lib/trpc.ts'
import { NotFound } from './routes/not-found.tsx'
import { RouteError } from './routes/route-error.tsx'

const root = createRootRoute()

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad() {
    throw redirect({ to: '/tracks', replace: true })
  },
})

interface AccountSearch {
  next?: string
}

const accountRoute = {
  getParentRoute: () => root,
  validateSearch: ({ next }: Record<string, unknown>): AccountSearch =>
    typeof next === 'string' ? { next: safeNextPath(next) } : {},
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

const tracks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tracks',
  validateSearch: parseTrackSearch,
  component: lazyRouteComponent(() => import('./routes/tracks.tsx'), 'Tracks'),
})

const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/history',
  component: lazyRouteComponent(() => import('./routes/history.tsx'), 'History'),
})

const queue = createRoute({
  getParentRoute: () => signedIn,
  path: '/queue',
  component: lazyRouteComponent(() => import('./routes/queue.tsx'), 'Queue'),
})

/** Every page of the player. Addresses carry plain words: `?q=low+tide&sort=title`. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    register,
    signedIn.addChildren([tracks, history, queue]),
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
