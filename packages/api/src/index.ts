import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

import type { AppRouter } from './router.ts'

export type { ApiConfig, Limits, Observer, StoreConfig } from './config.ts'
export { createMigration, migrate } from './db/migrate.ts'
export { createOrm } from './db/orm.ts'
export { sweepAddresses } from './credentials/known-addresses.ts'
export { sweepLimits } from './credentials/rate-limits.ts'
export { sweepSessions } from './credentials/sign-ins.ts'
export { serializeError } from './db/serialize-error.ts'
export { DomainError, type ErrorDetails, type Reason } from './errors.ts'
export { ensureFirstAdmin, hasAdmin } from './features/auth/ensure-first-admin.ts'
export { inviteAdmin, inviteBack } from './features/auth/invite-admin.ts'
export {
  beginToolsSignIn,
  endToolsSignIn,
  isToolsSignInLive,
} from './features/auth/tools-sign-in.ts'
export { findSharedPlaylist } from './features/playlists/find-shared-playlist.ts'
export { sweepPlaylists } from './features/playlists/sweep-playlists.ts'
export { sweepUploads } from './uploads/sweep-uploads.ts'
export { appRouter, type AppRouter } from './router.ts'
export { checkReady, createServices, databasePool, type Services } from './services.ts'
export { BucketProblem, prepareBucket } from './storage/prepare-bucket.ts'
export { findCover } from './storage/find-cover.ts'
export { nameRequest } from './trpc/errors.ts'
export { type Context, createContext, type RequestInfo } from './trpc/context.ts'

export type RouterInputs = inferRouterInputs<AppRouter>
export type RouterOutputs = inferRouterOutputs<AppRouter>
