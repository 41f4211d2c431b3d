import { tracksOf, type KeptCollection } from './kept-cache.ts'

/** Where the pictures of a collection and its tracks are. */
export function coversOf(kept: KeptCollection): string[] {
  const own = kept.kind === 'album' ? [kept.about.coverUrl] : kept.about.covers
  const all = new Set([...own, ...tracksOf(kept).map(({ coverUrl }) => coverUrl)])
  return [...all].flatMap((path) => (path === null ? [] : coverPath(path)))
}

/** Pictures are no reason to fail: without one its colours stand there. */
export async function keepCovers(cache: Cache, kept: KeptCollection): Promise<void> {
  for (const path of coversOf(kept)) {
    if (await cache.match(path)) continue
    try {
      const picture = await fetch(path)
      const type = picture.headers.get('content-type') ?? ''
      if (picture.ok)
        await cache.put(path, new Response(picture.body, { headers: { 'content-type': type } }))
    } catch {
      return
    }
  }
}

function coverPath(path: string): string {
  return `${path.replace(/\/(96|320|640)$/, '')}/320`
}
