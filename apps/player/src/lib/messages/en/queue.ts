import { counted } from './counted.ts'

/** Sentences of the queue, and of the order in which it plays. */
export const queueMessages = {
  queue: {
    clear: 'Clear queue',
    save: 'Save as playlist',
    emptyTitle: 'The queue is empty',
    emptyDetail: 'Play a track and what follows it is lined up here.',
    count: (count: number) => counted(count, 'track'),
    cleared: 'The queue is cleared',
    removed: (count: number) =>
      count === 1 ? 'Taken out of the queue' : `${counted(count, 'track')} taken out of the queue`,
    moveNext: 'Move to next',
    movedNext: (count: number) => `${counted(count, 'track')} moved to next`,
    undo: 'Undo',
    select: (title: string) => `Select ${title}`,
    from: 'Playing from',
    kinds: {
      tracks: 'All tracks',
      artist: 'Artist',
      album: 'Album',
      genre: 'Genre',
      playlist: 'Playlist',
      favorites: 'Favourites',
      history: 'History',
      search: 'Search',
      radio: 'A mix of everything',
    },
  },
  modes: {
    shuffle: 'Shuffle',
    shuffleAll: 'Shuffle all',
    repeat: { off: 'Repeat: off', all: 'Repeat: all', one: 'Repeat: one track' },
  },
  tabs: { playsElsewhere: 'The music goes on in another tab.' },
  offer: {
    label: 'Queue on another device',
    goOn: (device: string) => `Continue from ${device}`,
    wentOn: (device: string) => `Your queue went on on ${device}`,
    place: (title: string, artist: string, time: string) => `${title} by ${artist}, at ${time}`,
    take: 'Continue here',
    takeBack: 'Take it back',
    leave: 'Not now',
    failed: 'The queue didn’t come.',
  },
}
