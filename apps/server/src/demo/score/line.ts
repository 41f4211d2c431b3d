import type { Line } from './piece.ts'

/** One step of a line that sounds. */
export interface Step {
  /** bars from the start of the line, and how many bars it lasts */
  at: number
  length: number
  word: string
  /** -1 soft, 0, 1 loud */
  accent: number
}

/** Reads a line (see Line): its steps and how many bars it has. Chord symbols are always words. */
export function readLine(line: Line, inWords = false): { bars: number; steps: Step[] } {
  const bars = line.split('|').map((bar) => bar.trim())
  const steps: Step[] = []
  let sounding: Step | undefined
  bars.forEach((bar, index) => {
    const words = inWords || bar.includes(' ') ? bar.split(/\s+/) : [...bar]
    words.forEach((word, position) => {
      const length = 1 / words.length
      if (word === '-') {
        if (sounding) sounding.length += length
      } else if (word === '.') {
        sounding = undefined
      } else {
        sounding = { at: index + position / words.length, length, ...accented(word) }
        steps.push(sounding)
      }
    })
  })
  return { bars: bars.length, steps }
}

function accented(word: string): { word: string; accent: number } {
  if (word.endsWith('!')) return { word: word.slice(0, -1), accent: 1 }
  if (word.endsWith('?')) return { word: word.slice(0, -1), accent: -1 }
  if (word === 'X') return { word: 'x', accent: 1 }
  if (word === 'o') return { word: 'x', accent: -1 }
  return { word, accent: 0 }
}

/** The steps of a line repeated through some bars of a piece. */
export function repeatLine(line: Line, from: number, to: number, inWords = false): Step[] {
  const { bars, steps } = readLine(line, inWords)
  const repeated: Step[] = []
  for (let start = from; start < to; start += bars) {
    for (const step of steps) {
      const at = start + step.at
      if (at < to) repeated.push({ ...step, at, length: Math.min(step.length, to - at) })
    }
  }
  return repeated
}
