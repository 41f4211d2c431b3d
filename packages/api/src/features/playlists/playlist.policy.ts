/** Entries of one playlist at most. */
export const maxEntries = 10_000
/** Playlists of one listener at most. */
export const maxPlaylists = 1_000
/** So many of a listener's removed playlists are kept, the newest. */
export const maxRemovedPlaylists = 100
/** For so long what was removed from playlists, and removed playlists, can be brought back. */
export const keptMs = 30 * 86_400_000
