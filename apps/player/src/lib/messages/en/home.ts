/** Sentences of the page one comes to first. */
export const homeMessages = {
  home: {
    greetings: {
      morning: 'Good morning',
      afternoon: 'Good afternoon',
      evening: 'Good evening',
    },
    loading: 'Loading your music',
    goOn: 'Continue listening',
    playing: 'Now playing',
    mix: 'A mix of the whole library',
    mixDetail: 'Everything once, in an order of its own.',
    nothingToPlay: 'There is no music to play yet.',
    recent: 'Recently played',
    added: 'Recently added',
    addedTracks: 'Recently added tracks',
    mostPlayed: 'Your most played',
    popular: 'Most played by everyone',
    genres: 'Genres',
    showAll: 'Show all',
    showAllOf: (section: string) => `Show all: ${section}`,
    emptyTitle: 'No music yet',
    emptyDetail: 'As soon as an administrator adds music, it can be heard here.',
    emptyAdminDetail: 'Add files in the admin app, and everybody can listen to them here.',
    addMusic: 'Add music',
  },
}
