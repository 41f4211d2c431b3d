const key = 'segue.lengths'
const most = 40

/**
 * How long a list was when it was looked at last in this tab: it has its height, and with it the
 * place it was scrolled to, before the server has counted it again.
 */
export function knownLength(list: string): number | undefined {
  return read().find(([name]) => name === list)?.[1]
}

export function rememberLength(list: string, length: number): void {
  if (knownLength(list) === length) return
  const others = read().filter(([name]) => name !== list)
  try {
    sessionStorage.setItem(key, JSON.stringify([[list, length], ...others].slice(0, most)))
  } catch {
    // The browser blocks storage, or it is full: the list waits for its length.
  }
}

function read(): [list: string, length: number][] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, number][]
  } catch {
    return []
  }
}
