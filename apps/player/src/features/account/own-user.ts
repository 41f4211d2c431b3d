import type { RouterOutputs } from '@segue/api'
import { showSession } from '../../lib/show-session.ts'

export type User = RouterOutputs['me']['get']

/** Shows the caller's own account as it is now, in the navigation as on their page. */
export function showUser(user: User): void {
  showSession(user)
}
