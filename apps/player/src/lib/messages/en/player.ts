/** Sentences of the player. */
export const playerMessages = {
  player: {
    label: 'Player',
    play: 'Play',
    pause: 'Pause',
    next: 'Next',
    previous: 'Previous',
    seek: 'Seek',
    volume: 'Volume',
    mute: 'Mute',
    unmute: 'Unmute',
    seekText: (position: string, duration: string) => `${position} of ${duration}`,
    nothing: 'Nothing is playing',
    nowPlaying: (title: string, artist: string) => `Now playing: ${title} by ${artist}`,
    autoplayRefused: 'The browser holds the sound back until you press Play.',
    broken: (title: string) => `“${title}” can’t be played. On to the next one.`,
    stopped: 'Three tracks in a row can’t be played, so the music stopped.',
    lastBroken: (title: string) => `“${title}” can’t be played.`,
    reconnecting: 'The connection is gone. Trying again…',
    disconnected: 'The server can’t be reached, so the music stopped.',
  },
}
