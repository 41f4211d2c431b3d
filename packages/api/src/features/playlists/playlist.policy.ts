/** Entries of one playlist at most. */
export const maxEntries = 10_000
/** Playlists of one listener at most. */
export const maxPlaylists = 1_000
