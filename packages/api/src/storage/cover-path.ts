export const coverSizes = [96, 320, 640] as const
export type CoverSize = (typeof coverSizes)[number]

/** An image's stable address on our own origin; other sizes by its last part. */
export function coverPath(id: string | null): string | null {
  return id && `/covers/${id}/320`
}

/** Where the object of an image lies in the store. */
export function coverKey(id: string, size: CoverSize): string {
  return `covers/${id}/${size}.webp`
}

/** Which image an object is of; null when it is none's. */
export function coverIdOf(key: string): string | null {
  return /^covers\/([^/]+)\//.exec(key)?.[1] ?? null
}

/** Where all the objects of an image lie. */
export function coverKeys(id: string): string[] {
  return coverSizes.map((size) => coverKey(id, size))
}
