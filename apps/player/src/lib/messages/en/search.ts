import { counted } from './counted.ts'

/** Sentences of the search over everything. */
export const searchMessages = {
  search: {
    placeholder: 'Tracks, artists, albums, playlists',
    hint: 'The arrow keys lead to the results, Enter takes the top one.',
    loading: 'Searching',
    found: (count: number) => counted(count, 'result'),
    top: 'Top result',
    kinds: { track: 'Track', artist: 'Artist', album: 'Album', playlist: 'Playlist' },
    startTitle: 'What would you like to hear?',
    startDetail: 'Search for a track, an artist, an album or one of your playlists.',
    noMatchTitle: (query: string) => `Nothing is called “${query}”`,
    noMatchDetail: 'Check the spelling, or try fewer words or a part of one.',
    recent: 'Recent searches',
    forget: (query: string) => `Remove “${query}”`,
    forgetAll: 'Clear all',
  },
}
