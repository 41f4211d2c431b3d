/**
 * An import that may be tried again. Browsers keep in mind that a script could not be fetched, by its
 * address (https://github.com/whatwg/html/issues/6768): then it is asked for by another one.
 */
export function importAgain<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let missed: string | undefined
  let tries = 0
  return async () => {
    try {
      if (missed === undefined) return await load()
      tries += 1
      return (await import(/* @vite-ignore */ `${missed}?again=${tries}`)) as Module
    } catch (error) {
      missed ??= /https?:\S+?\.js/.exec(String(error))?.[0]
      throw error
    }
  }
}
