import { create } from 'zustand'

const most = 10

/** What a listener searched for on this device, the last first. */
export const useRecentSearches = create<{ of: string | null; searches: readonly string[] }>(() => ({
  of: null,
  searches: [],
}))

/** Shows the searches of that listener, and of nobody else. */
export function openRecentSearches(userId: string): void {
  useRecentSearches.setState({ of: userId, searches: stored(userId) })
}

/** Puts a search before the others. */
export function rememberSearch(text: string): void {
  const search = text.trim()
  if (search !== '') change((searches) => [search, ...searches.filter((each) => each !== search)])
}

export function forgetSearch(search: string): void {
  change((searches) => searches.filter((each) => each !== search))
}

export function forgetAllSearches(): void {
  change(() => [])
}

function change(to: (searches: readonly string[]) => readonly string[]): void {
  const { of, searches } = useRecentSearches.getState()
  if (of === null) return
  const changed = to(searches).slice(0, most)
  useRecentSearches.setState({ searches: changed })
  try {
    localStorage.setItem(keyOf(of), JSON.stringify(changed))
  } catch {
    // The browser blocks storage, or it is full: they last as long as the page.
  }
}

function keyOf(userId: string): string {
  return `segue.searches.${userId}`
}

function stored(userId: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]')
    return Array.isArray(value)
      ? value.filter((each) => typeof each === 'string').slice(0, most)
      : []
  } catch {
    return []
  }
}
