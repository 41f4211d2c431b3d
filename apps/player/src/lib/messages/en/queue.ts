import { counted } from './counted.ts'

/** Sentences of the queue, and of the order in which it plays. */
export const queueMessages = {
  queue: {
    clear: 'Clear queue',
    save: 'Save as playlist',
    emptyTitle: 'The queue is empty',
    emptyDetail: 'Play a track and what follows it is lined up here.',
    count: (count: number) => counted(count, 'track'),
  },
  modes: {
    shuffle: 'Shuffle',
    shuffleAll: 'Shuffle all',
    repeat: { off: 'Repeat: off', all: 'Repeat: all', one: 'Repeat: one track' },
  },
}
