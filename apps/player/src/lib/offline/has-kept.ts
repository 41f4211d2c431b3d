const key = 'segue.offline'

/** Whether anything was ever kept offline here: without it nothing has to be looked for. */
export function hasKept(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** Remembers whether there is anything kept here to look for. */
export function noteKept(isThere: boolean): void {
  try {
    if (isThere) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Without storage there is nothing kept either.
  }
}
