/** The sentences of the page of the play history. */
export const words = {
  title: 'Play history',
  searchPlaceholder: 'Track, artist or listener',
  loading: 'Loading plays',
  emptyTitle: 'Nothing was played yet',
  emptyDetail: 'Every play of every listener appears here.',
  sorts: { newest: 'Newest', oldest: 'Oldest' },
  columns: {
    track: 'Track',
    listener: 'Listener',
    played: 'Played',
    listened: 'Listened',
    more: 'More',
  },
  completed: 'Heard',
  select: (title: string, nickname: string) => `Select ${title} by ${nickname}`,
  more: (title: string, nickname: string) => `More for ${title} by ${nickname}`,
  removeTitle: (count: number) => (count === 1 ? 'Remove this play?' : `Remove ${count} plays?`),
  removeDetail: 'They are erased from the listeners’ history for good.',
  removed: (count: number) => (count === 1 ? '1 play removed' : `${count} plays removed`),
}
