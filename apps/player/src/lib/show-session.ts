import type { RouterOutputs } from '@segue/api'
import { queries } from './trpc.ts'

/** Shows who is signed in from now on, without asking; null: nobody. */
export function showSession(user: RouterOutputs['auth']['session']['user']): void {
  queries.auth.session.setData(undefined, (kept) => ({ registration: 'open', ...kept, user }))
}
