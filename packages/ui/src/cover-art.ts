export interface CoverArt {
  /** Hues of the two grounds, in degrees. */
  hues: [number, number]
  /** Where the two discs stand, 0 to 100, and how large they are. */
  discs: { x: number; y: number; radius: number }[]
}

/**
 * A picture for something that has none: the same name always gives the same picture.
 * @param name what the picture stands for, such as an album's title
 */
export function coverArt(name: string): CoverArt {
  const random = numbers(name)
  const hue = Math.floor(random() * 360)
  return {
    hues: [hue, (hue + 28 + Math.floor(random() * 60)) % 360],
    discs: [0, 1].map(() => ({
      x: 12 + Math.floor(random() * 76),
      y: 12 + Math.floor(random() * 76),
      radius: 22 + Math.floor(random() * 26),
    })),
  }
}

/** Numbers from 0 to 1 that follow from a text: FNV-1a seeds a xorshift32. */
function numbers(text: string): () => number {
  let state = 0x811c9dc5
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
