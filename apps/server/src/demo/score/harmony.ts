/** A chord: pitch classes (0 is C) from its root upwards, and the one in the bass. */
export interface Chord {
  tones: number[]
  bass: number
}

const letters: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

const qualities: Record<string, number[]> = {
  '': [0, 4, 7],
  m: [0, 3, 7],
  '5': [0, 7],
  '6': [0, 4, 7, 9],
  m6: [0, 3, 7, 9],
  '69': [0, 4, 7, 9, 14],
  '7': [0, 4, 7, 10],
  maj7: [0, 4, 7, 11],
  m7: [0, 3, 7, 10],
  '9': [0, 4, 7, 10, 14],
  maj9: [0, 4, 7, 11, 14],
  m9: [0, 3, 7, 10, 14],
  m11: [0, 3, 7, 10, 17],
  '13': [0, 4, 10, 14, 21],
  '7b9': [0, 4, 7, 10, 13],
  m7b5: [0, 3, 6, 10],
  dim7: [0, 3, 6, 9],
  add9: [0, 4, 7, 14],
  madd9: [0, 3, 7, 14],
  sus4: [0, 5, 7],
  sus2: [0, 2, 7],
  '7sus4': [0, 5, 7, 10],
  '9sus4': [0, 5, 7, 10, 14],
}

/** Reads a chord symbol such as Dm9, F#m7b5 or C/E. */
export function readChord(symbol: string): Chord {
  const match = /^([A-G][#b]?)([^/]*)(?:\/([A-G][#b]?))?$/.exec(symbol)
  const quality = match && qualities[match[2] ?? '']
  if (!match || !quality) throw new Error(`No such chord: ${symbol}`)
  const root = pitchClass(match[1] ?? '')
  return {
    tones: quality.map((interval) => (root + interval) % 12),
    bass: match[3] ? pitchClass(match[3]) : root,
  }
}

function pitchClass(name: string): number {
  const shift = name[1] === '#' ? 1 : name[1] === 'b' ? -1 : 0
  return ((letters[name[0] ?? ''] ?? 0) + shift + 12) % 12
}

/**
 * Lays chords out between two pitches so that each voice moves as little as it can from the chord
 * before. Chords of five tones leave the root to the bass.
 */
export function voiceChords(chords: Chord[], range: [number, number]): number[][] {
  let before: number[] | undefined
  const cache = new Map<string, number[][]>()
  return chords.map((chord) => {
    const key = chord.tones.join()
    const candidates = cache.get(key) ?? layouts(chord, range)
    cache.set(key, candidates)
    const centre = (range[0] + range[1]) / 2
    let best = candidates[0] ?? []
    let bestCost = Infinity
    for (const candidate of candidates) {
      const cost = (before ? movement(before, candidate) : 0) + offCentre(candidate, centre)
      if (cost < bestCost) {
        bestCost = cost
        best = candidate
      }
    }
    before = best
    return best
  })
}

/** Every inversion, close and with its second voice from the top an octave lower (drop two). */
function layouts(chord: Chord, [low, high]: [number, number]): number[][] {
  const tones = chord.tones.length > 4 ? chord.tones.slice(1) : chord.tones
  const found: number[][] = []
  for (let bottom = low; bottom < low + 12; bottom++) {
    const first = tones.indexOf(bottom % 12)
    if (first < 0) continue
    const close = [bottom]
    const others = tones
      .filter((_, i) => i !== first)
      .map((tone) => bottom + ((tone - bottom + 1200) % 12))
    close.push(...others.sort((a, b) => a - b))
    const drop = [...close]
    const second = drop.length - 2
    if (close.length > 3) drop[second] = (drop[second] ?? 0) - 12
    drop.sort((a, b) => a - b)
    for (const layout of [close, drop, close.map((p) => p + 12), drop.map((p) => p + 12)]) {
      if ((layout[0] ?? 0) >= low && (layout.at(-1) ?? 0) <= high) found.push(layout)
    }
  }
  if (found.length === 0) throw new Error(`No room for a chord between ${low} and ${high}`)
  return found
}

function movement(before: number[], after: number[]): number {
  let cost = 0
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const a = before[Math.min(i, before.length - 1)] ?? 0
    const b = after[Math.min(i, after.length - 1)] ?? 0
    cost += Math.abs(a - b)
  }
  return cost
}

function offCentre(layout: number[], centre: number): number {
  return Math.abs(layout.reduce((sum, pitch) => sum + pitch, 0) / layout.length - centre) * 0.6
}
