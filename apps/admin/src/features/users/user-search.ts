import { readChoice, readText } from '../../lib/read-search.ts'

export const userSorts = ['newest', 'oldest', 'email', 'lastSeen'] as const

export type UserSort = (typeof userSorts)[number]

/** What the address of the list of users says. */
export interface UserSearch {
  q?: string
  role?: 'listener' | 'admin'
  state?: 'active' | 'disabled'
  sort?: UserSort
}

/** Reads an address: what makes no sense is left out. */
export function parseUserSearch(given: Record<string, unknown>): UserSearch {
  return {
    q: readText(given['q']),
    role: readChoice(given['role'], ['listener', 'admin']),
    state: readChoice(given['state'], ['active', 'disabled']),
    sort: readChoice(given['sort'], userSorts),
  }
}

/** The same as the server asks for it. */
export function userFilter({ q, role, state, sort }: UserSearch) {
  return { q, role, disabled: state && state === 'disabled', sort }
}
