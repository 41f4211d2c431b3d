/** Sentences about what works without the network. */
export const offlineMessages = {
  update: { newVersion: 'There is a new version of the player.', reload: 'Reload' },
  offline: {
    title: 'You’re offline',
    unreachableTitle: 'The server can’t be reached',
    detail: 'This isn’t kept on this device. What you keep offline plays all the same.',
    detailSignedOut: 'Connect to the network to sign in.',
    whatWorks: 'What plays offline',
    pageTitle: 'Offline',
    emptyTitle: 'Nothing is kept offline yet',
    emptyDetail: 'Open an album or a playlist and keep it: it plays without the network then.',
    keep: 'Keep offline',
    kept: 'Kept offline',
    progress: (done: number, all: number) => `${done} of ${all} kept`,
    waiting: 'Waits for a network without data saver',
    tooLarge: (name: string) => `“${name}” doesn’t fit on this device.`,
    tooLargeDetail: (needed: string, free: string) => `It needs ${needed}, and ${free} are free.`,
    drop: (name: string) => `Keep “${name}” offline no more`,
    room: (used: string, free: string) => `${used} kept, ${free} free`,
    trackKept: 'Kept offline',
    banner: 'Offline. What you kept plays.',
  },
}
