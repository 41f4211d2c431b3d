import { createSegue, type Segue } from '@segue/client'
import { inject } from 'vitest'

export interface Account {
  email: string
  password: string
}

/** A client of the server under test, or of another one, that signs in by itself. */
export function apiOf(account: Account, url: string = inject('serverUrl')): Segue {
  return createSegue({ url, ...account })
}

/** A listener nobody else uses, registered over the API. */
export async function newListener(url: string = inject('serverUrl')): Promise<Account> {
  const account = newAccount()
  const anyone = createSegue({ url })
  await anyone.auth.register.mutate({ ...account, nickname: 'Listener' })
  return account
}

/** An e-mail nobody has registered yet, and a password. */
export function newAccount(): Account {
  const email = `listener-${crypto.randomUUID()}@example.com`
  return { email, password: 'a password to listen by' }
}
