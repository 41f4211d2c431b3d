/** Where each channel of WAVE's order lies in that of Vorbis and Opus (Vorbis I, 4.3.9). */
const places: Record<number, readonly number[]> = {
  3: [0, 2, 1],
  5: [0, 2, 1, 3, 4],
  6: [0, 2, 1, 5, 3, 4],
  7: [0, 2, 1, 6, 5, 3, 4],
  8: [0, 2, 1, 7, 5, 6, 3, 4],
}

/** Channels as Vorbis and Opus have them, in the order of WAVE: the meter weighs them by their place. */
export function fromVorbisOrder<Channel>(channels: Channel[]): Channel[] {
  const order = places[channels.length]
  return order ? order.flatMap((place) => channels[place] ?? []) : channels
}
