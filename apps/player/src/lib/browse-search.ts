/** What the address of a list of artists or albums says. */
export interface BrowseSearch<Sort extends string> {
  q?: string
  sort?: Sort
}

/** Reads an address, which anyone may have written: what makes no sense is left out. */
export function parseBrowseSearch<Sort extends string>(
  raw: Record<string, unknown>,
  sorts: readonly Sort[],
): BrowseSearch<Sort> {
  const q = typeof raw['q'] === 'string' ? raw['q'].slice(0, 200) : ''
  const sort = sorts.find((each) => each === raw['sort'])
  return { ...(q.trim() !== '' && { q }), ...(sort !== undefined && { sort }) }
}

export const artistSorts = ['name', 'newest', 'popular'] as const
export const albumSorts = ['title', 'newest', 'popular'] as const
