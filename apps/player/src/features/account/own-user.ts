import type { RouterOutputs } from '@segue/api'
import { queries } from '../../lib/trpc.ts'

export type User = RouterOutputs['me']['get']

/** Shows the caller's own account as it is now, in the navigation as on their page. */
export function showUser(user: User): void {
  queries.auth.session.setData(undefined, { user })
}
