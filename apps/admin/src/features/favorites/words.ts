/** The sentences of the page of favourites. */
export const words = {
  searchPlaceholder: 'Track, artist or listener',
  loading: 'Loading favourites',
  emptyTitle: 'No favourites yet',
  emptyDetail: 'What listeners mark as a favourite appears here.',
  sorts: { newest: 'Newest', oldest: 'Oldest' },
  columns: { track: 'Track', listener: 'Listener', since: 'Since', more: 'More' },
  select: (title: string, nickname: string) => `Select ${title} of ${nickname}`,
  more: (title: string, nickname: string) => `More for ${title} of ${nickname}`,
  removeTitle: (count: number) =>
    count === 1 ? 'Remove this favourite?' : `Remove ${count} favourites?`,
  removeDetail: 'The listeners no longer see them among their favourites. The tracks stay.',
  removed: (count: number) => (count === 1 ? '1 favourite removed' : `${count} favourites removed`),
}
