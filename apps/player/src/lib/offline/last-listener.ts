import type { RouterOutputs } from '@segue/api'

type User = NonNullable<RouterOutputs['auth']['session']['user']>

const key = 'segue.listener'

/** Keeps who is signed in, for the next time that nobody answers; null: nobody is. */
export function rememberListener(user: User | null): void {
  try {
    if (user) localStorage.setItem(key, JSON.stringify({ ...user, email: '' }))
    else localStorage.removeItem(key)
  } catch {
    // The browser blocks storage, or it is full: without the network nobody is signed in then.
  }
}

/** Who was signed in last in this browser, without their e-mail address. */
export function lastListener(): User | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isUser(kept) ? kept : null
  } catch {
    return null
  }
}

function isUser(kept: unknown): kept is User {
  return typeof kept === 'object' && kept !== null && 'id' in kept && 'nickname' in kept
}
