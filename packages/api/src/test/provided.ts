import 'vitest'

import type { StoreConfig } from '../config.ts'

/** How to reach an S3-compatible store with an empty bucket. */
export type ProvidedStore = Omit<StoreConfig, 'publicEndpoint' | 'forcePathStyle'>

declare module 'vitest' {
  interface ProvidedContext {
    /** A server whose database `template_segue` has the newest schema. */
    postgresUrl: string
    /** The embedded store. */
    store: ProvidedStore
  }
}
