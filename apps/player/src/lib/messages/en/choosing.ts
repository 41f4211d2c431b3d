import { counted } from './counted.ts'

/** Sentences of choosing rows of a list of tracks. */
export const choosingMessages = {
  choosing: {
    head: 'Number, or a box to choose the row by',
    box: (title: string) => `Choose ${title}`,
    start: 'Choose',
    chosen: (count: number) => `${counted(count, 'track')} chosen`,
    waiting: 'Tracks are on their way',
    end: 'Stop choosing',
    playNext: 'Play next',
    addToQueue: 'Add to queue',
    addToPlaylist: 'Add to playlist…',
    favorite: 'Add to favourites',
    unfavorite: 'Remove from favourites',
    playsNext: (count: number) => `${counted(count, 'track')} will play next.`,
    queued: (count: number) => `${counted(count, 'track')} added to the queue.`,
    limited: (count: number) => `At most ${counted(count, 'track')} can be chosen at once.`,
  },
}
