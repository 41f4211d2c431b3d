import type { RouterOutputs } from '@segue/api'
import type { Playlist } from './playlist.ts'
import type { Track } from './track.ts'

/** What a search found, the best of each kind first. */
export interface SearchResults {
  tracks: readonly Track[]
  artists: readonly RouterOutputs['artists']['byId'][]
  albums: readonly RouterOutputs['albums']['list']['items'][number][]
  playlists: readonly Playlist[]
}

export type TopResult =
  | { kind: 'track'; item: Track }
  | { kind: 'artist'; item: SearchResults['artists'][number] }
  | { kind: 'album'; item: SearchResults['albums'][number] }
  | { kind: 'playlist'; item: Playlist }

/** How many things were found. */
export function countResults({ tracks, artists, albums, playlists }: SearchResults): number {
  return tracks.length + artists.length + albums.length + playlists.length
}

/**
 * What is meant most likely: whose name is the query, else begins with it, else has a word that does,
 * else the first that was found. Where several are alike, artists go before tracks, albums and
 * playlists; but what merely has such a word is the best track first of all.
 */
export function topResult(results: SearchResults, q: string): TopResult | null {
  const candidates: TopResult[] = [
    ...results.artists.map((item) => ({ kind: 'artist' as const, item })),
    ...results.tracks.map((item) => ({ kind: 'track' as const, item })),
    ...results.albums.map((item) => ({ kind: 'album' as const, item })),
    ...results.playlists.map((item) => ({ kind: 'playlist' as const, item })),
  ]
  const words = folded(q)
  const is = candidates.find((each) => folded(nameOf(each)) === words)
  const begins = () => candidates.find((each) => folded(nameOf(each)).startsWith(words))
  const best = candidates.filter(({ item }) => item === results.tracks[0])
  const others = [...best, ...candidates]
  const mentions = () => others.find((each) => ` ${folded(nameOf(each))}`.includes(` ${words}`))
  return is ?? begins() ?? mentions() ?? others[0] ?? null
}

/** What a result is called. */
export function nameOf({ item }: TopResult): string {
  return 'title' in item ? item.title : item.name
}

/** Without case, accents and double spaces; Hangul in letters, so that half a syllable begins it. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}
