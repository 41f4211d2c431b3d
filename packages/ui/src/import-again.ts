/**
 * An import that may be tried again. Browsers keep in mind that a script could not be fetched, by its
 * address (https://github.com/whatwg/html/issues/6768): then it is asked for by another one.
 */
export function importAgain<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let missed: string | undefined
  let tries = 0
  return async () => {
    try {
      if (missed === undefined) return await loadOrThrow(load)
      tries += 1
      return (await import(/* @vite-ignore */ `${missed}?again=${tries}`)) as Module
    } catch (error) {
      missed ??= /https?:\S+?\.js/.exec(String(error))?.[0]
      throw error
    }
  }
}

/** A page may keep an error to itself (see Vite's `vite:preloadError`): the import gives nothing then. */
async function loadOrThrow<Module>(load: () => Promise<Module | undefined>): Promise<Module> {
  let kept: unknown
  const keep = (event: Event) => {
    kept = 'payload' in event ? event.payload : undefined
  }
  globalThis.addEventListener('vite:preloadError', keep)
  try {
    const module = await load()
    if (module === undefined) throw kept
    return module
  } finally {
    globalThis.removeEventListener('vite:preloadError', keep)
  }
}
