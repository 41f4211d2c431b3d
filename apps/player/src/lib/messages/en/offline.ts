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
    banner: 'Offline. What you kept plays.',
  },
}
