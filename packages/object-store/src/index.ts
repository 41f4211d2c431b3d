export { ensureCredentials } from './credentials.ts'
export type { Credentials } from './credentials.ts'
export { openObjectStore } from './object-store.ts'
export type { ObjectStore, ObjectStoreOptions } from './object-store.ts'
