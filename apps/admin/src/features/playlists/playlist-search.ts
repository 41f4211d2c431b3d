import { readChoice, readId, readText } from '../../lib/read-search.ts'

export const playlistSorts = ['newest', 'oldest', 'name', 'updated'] as const

export type PlaylistSort = (typeof playlistSorts)[number]

/** What the address of the list of playlists says; `user` is an id. */
export interface PlaylistSearch {
  q?: string
  user?: string
  visibility?: 'public' | 'private'
  sort?: PlaylistSort
}

/** Reads an address: what makes no sense is left out. */
export function parsePlaylistSearch(given: Record<string, unknown>): PlaylistSearch {
  return {
    q: readText(given['q']),
    user: readId(given['user']),
    visibility: readChoice(given['visibility'], ['public', 'private']),
    sort: readChoice(given['sort'], playlistSorts),
  }
}

/** The same as the server asks for it. */
export function playlistFilter({ q, user, visibility, sort }: PlaylistSearch) {
  return { q, userId: user, isPublic: visibility && visibility === 'public', sort }
}
