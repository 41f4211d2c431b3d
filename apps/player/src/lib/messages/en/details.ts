/** Sentences of the window with all that is known of a track. */
export const detailsMessages = {
  details: {
    open: 'Track details',
    artist: 'Artist',
    album: 'Album',
    place: 'Place',
    disc: (number: number) => `Disc ${number}`,
    track: (number: number) => `Track ${number}`,
    genre: 'Genre',
    year: 'Year',
    duration: 'Duration',
    plays: 'Plays',
    added: 'Added',
    codec: 'Format',
    bitrate: 'Bit rate',
    kilobits: (number: string) => `${number} kbit/s`,
    size: 'Size',
  },
}
