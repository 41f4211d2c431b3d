import { formatNumber } from '@segue/ui'
import { counted } from './counted.ts'

/** Sentences of playlists that come from elsewhere or are shown to others. */
export const transferMessages = {
  transfer: {
    import: 'Import',
    chooseFiles: 'Playlist files (M3U8, M3U or JSON)',
    drop: 'Drop playlists here (M3U8, M3U or JSON)',
    title: 'Import playlists',
    unnamed: 'Imported playlist',
    matching: (done: number, count: number) =>
      `Looking in the library: ${formatNumber(done)} of ${formatNumber(count)}`,
    found: (found: number, count: number) =>
      `${formatNumber(found)} of ${counted(count, 'track')} found`,
    similar: (count: number) => `${counted(count, 'track')} found by likeness: have a look`,
    missing: (count: number) => `Not in the library (${formatNumber(count)})`,
    missingFile: (name: string) => `${name} - missing.txt`,
    saveMissing: 'Save as text',
    more: (count: number) => `And ${formatNumber(count)} more: save them as text to see all.`,
    search: 'Search',
    searchFor: (label: string) => `Search for ${label}`,
    searchLabel: 'Title, artist or album',
    nothing: 'Nothing matches. Try fewer words.',
    problems: {
      tooLarge: 'This file is too large for a playlist.',
      unknown: 'This isn’t a playlist Segue can read: M3U8, M3U, or JSON that Segue saved.',
      empty: 'There are no tracks in this file.',
    },
    exportAs: (format: string) => `Save as ${format}`,
  },
  shared: {
    signInToPlay: 'Sign in to play',
    signInDetail: 'The tracks of this playlist play once you are signed in.',
    goneTitle: 'There is no such playlist',
    goneDetail: 'The link is wrong, or the playlist isn’t shared any more.',
  },
}
