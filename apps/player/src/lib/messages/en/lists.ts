import { formatNumber } from '@segue/ui'
import type { Span } from '../../listening-search.ts'
import { counted } from './counted.ts'

/** Sentences of the lists of music. */
export const listsMessages = {
  tracks: {
    search: 'Search',
    searchPlaceholder: 'Title, artist or album',
    clearSearch: 'Clear search',
    genre: 'Genre',
    anyGenre: 'All genres',
    year: 'Year',
    anyYear: 'Any year',
    decade: (from: number) => `${from}s`,
    sort: 'Sort',
    clearFilters: 'Clear filters',
    loading: 'Loading tracks',
    emptyTitle: 'No music yet',
    emptyDetail: 'Tracks appear here as soon as an administrator adds them.',
    noMatchTitle: 'Nothing matches',
    noMatchDetail: 'Try fewer words or other filters.',
  },
  sorts: {
    relevance: 'Best match',
    newest: 'Newest',
    oldest: 'Oldest',
    title: 'Title',
    artist: 'Artist',
    name: 'Name',
    popular: 'Most played',
    duration: 'Duration',
  },
  columns: {
    title: 'Title',
    album: 'Album',
    genre: 'Genre',
    plays: 'Plays',
    duration: 'Duration',
    played: 'Played',
    listened: 'Listened',
    more: 'More',
  },
  row: {
    play: (title: string) => `Play ${title}`,
    pause: (title: string) => `Pause ${title}`,
    more: (title: string) => `More for ${title}`,
    playNext: 'Play next',
    addToQueue: 'Add to queue',
    removeFromQueue: 'Remove from queue',
    moveUp: 'Move up',
    moveDown: 'Move down',
    unavailable: 'No longer available',
    favorite: (title: string) => `Favourite: ${title}`,
    reorder: (title: string) => `Move ${title}`,
    goToArtist: 'Go to artist',
    goToAlbum: 'Go to album',
    addToPlaylist: 'Add to playlist…',
    removeFromPlaylist: 'Remove from playlist',
    removeFromHistory: 'Remove from history',
    playsNext: (title: string) => `Plays next: ${title}`,
    added: (title: string) => `Added to the queue: ${title}`,
  },
  history: {
    loading: 'Loading history',
    emptyTitle: 'Nothing played yet',
    emptyDetail: 'What you listen to is kept here.',
    completed: 'Heard to the end',
    removed: 'Removed from the history.',
    clear: 'Clear history',
    clearTitle: 'Clear the whole history?',
    clearDetail: 'All that you ever listened to is removed from it. This can’t be undone.',
    cleared: 'The history is empty now.',
  },
  listening: {
    title: 'Your listening',
    loading: 'Adding up your listening',
    span: 'Span of time',
    spans: {
      week: 'Last 7 days',
      month: 'Last 30 days',
      year: 'Last 365 days',
      all: 'All time',
    } satisfies Record<Span, string>,
    plays: 'Plays',
    time: 'Time listened',
    duration(milliseconds: number) {
      const minutes = Math.round(milliseconds / 60_000)
      const hours = Math.floor(minutes / 60)
      return hours > 0 ? `${formatNumber(hours)} h ${minutes % 60} min` : `${minutes} min`
    },
    played: (count: number) => counted(count, 'play'),
    topTracks: 'Most played tracks',
    topArtists: 'Most played artists',
    days: 'Day by day',
    day: 'Day',
    emptyTitle: 'Nothing played in that time',
    emptyDetail: 'What you listen to is added up here.',
  },
  favorites: {
    loading: 'Loading favourites',
    emptyTitle: 'No favourites yet',
    emptyDetail: 'Press the heart beside a track and it is kept here.',
    failed: (title: string) => `“${title}” stays as it was.`,
  },
  artists: {
    loading: 'Loading artists',
    search: 'Search artists',
    placeholder: 'Artist',
    counts: (albums: number, tracks: number) =>
      [albums > 0 && counted(albums, 'album'), counted(tracks, 'track')]
        .filter(Boolean)
        .join(' · '),
    label: 'Artist',
  },
  albums: {
    loading: 'Loading albums',
    search: 'Search albums',
    placeholder: 'Album or artist',
    label: 'Album',
    number: '#',
    place: (disc: number | null, track: number | null) =>
      disc !== null && disc > 1 ? `${disc}–${track ?? ''}` : `${track ?? ''}`,
  },
  collection: {
    loading: 'Loading',
    playAll: 'Play all',
    tracks: (count: number) => counted(count, 'track'),
  },
}
