import type { AppRouter } from '@segue/api'
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  type Operation,
  splitLink,
  type TRPCClient,
  type TRPCLink,
} from '@trpc/client'

import { asyncLink } from './async-link.ts'
import { patienceLink, type Wait } from './patience.ts'
import { isSegueError, reasonOf } from './segue-error.ts'
import { SignIn, type SignInOptions } from './sign-in.ts'

/** More calls than this go in several requests. */
const maxBatch = 20
/** Node refuses a request whose head is over 16 kB. */
const maxUrlLength = 8_000
/** Procedures that make a sign-in: they need no bearer, and a refusal of theirs is final. */
const signInPaths = new Set(['auth.token', 'auth.refresh', 'auth.login', 'auth.register'])

/** How to reach Segue, and as whom. Without `tokens` or `email` and `password`: as nobody. */
export interface SegueOptions extends SignInOptions {
  /** Where the server is, e.g. https://music.example.com. */
  url: string
  /** From an earlier run. */
  tokens?: SignInOptions['tokens']
  /** With `password`: signs in when there are no tokens, or they are of no more use. */
  email?: string
  password?: string
  /** What the list of sign-ins calls this one. */
  deviceName?: string
  /** Awaited with each new pair before it is used: whatever stores it, stores it in time. */
  onTokens?: SignInOptions['onTokens']
  /**
   * Reads back what `onTokens` stored, for programs of which several share one sign-in: asked
   * before each renewal, and for up to 10 s when another one has won the race for a renewal.
   */
  reloadTokens?: SignInOptions['reloadTokens']
  /** Told before the client waits for a rate limit. */
  onWait?: (wait: Wait) => void
}

/** Every procedure of the server, typed, as `segue.tracks.list.query({ q: 'night' })`. */
export type Segue = TRPCClient<AppRouter> & {
  /** Ends the sign-in on the server; the client is nobody's from then on. */
  signOut(): Promise<void>
}

/**
 * A client of one server. Calls reject with a `SegueError`. It renews its access token by itself,
 * waits for rate limits, asks queries again when the server is briefly unavailable, and sends calls
 * made at the same time in one request, those about streams apart from the rest.
 */
export function createSegue({ url, onWait, ...options }: SegueOptions): Segue {
  const endpoint = `${url.replace(/\/+$/, '')}/trpc`
  const patience = patienceLink(onWait)
  const anonymous = createTRPCClient<AppRouter>({ links: [patience, httpLink({ url: endpoint })] })
  const signIn = new SignIn(anonymous, options)
  const client = createTRPCClient<AppRouter>({
    links: [patience, bearerLink(signIn), sendLink(endpoint)],
  })
  const signOut = async () => {
    try {
      if (await signIn.accessToken()) await client.auth.logout.mutate()
    } catch (error) {
      if (!isUnauthorized(error)) throw error
    }
    signIn.forget()
  }
  return new Proxy(client as Segue, {
    get: (target, key) => (key === 'signOut' ? signOut : Reflect.get(target, key)),
  })
}

/** Gives each call its token; one refused is replaced, once. */
function bearerLink(signIn: SignIn): TRPCLink<AppRouter> {
  return asyncLink(async (op, send) => {
    if (signInPaths.has(op.path)) return send(op)
    const token = await signIn.accessToken()
    if (!token) return send(op)
    try {
      return await send(withToken(op, token))
    } catch (error) {
      if (!isUnauthorized(error) || reasonOf(error) === 'invalid_credentials') throw error
      return send(withToken(op, await signIn.replace(token)))
    }
  })
}

function sendLink(url: string): TRPCLink<AppRouter> {
  return splitLink({
    condition: ({ path }) => path.startsWith('stream.'),
    true: httpLink({ url, headers: ({ op }) => authorization(op) }),
    false: httpBatchLink({
      url,
      maxItems: maxBatch,
      maxURLLength: maxUrlLength,
      headers: ({ opList }) => authorization(opList.find(hasToken) ?? opList[0]),
    }),
  })
}

function withToken(op: Operation, token: string): Operation {
  return { ...op, context: { ...op.context, token } }
}

function hasToken({ context }: Operation): boolean {
  return 'token' in context
}

function authorization({ context: { token } }: Operation): Record<string, string> {
  return typeof token === 'string' ? { authorization: `Bearer ${token}` } : {}
}

function isUnauthorized(error: unknown): boolean {
  return isSegueError(error) && error.data?.code === 'UNAUTHORIZED'
}
