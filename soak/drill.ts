import type { Random } from './random.ts'

/** One way to treat a real server badly for long, and what must hold meanwhile and afterwards. */
export interface Drill {
  name: string
  title: string
  /** What of `DrillOptions.seconds` it gets, among all drills that run. */
  share: number
  run(options: DrillOptions): Promise<DrillResult>
}

export interface DrillOptions {
  /** Its own, and empty. */
  folder: string
  /** It begins no new round after so many. */
  seconds: number
  random: Random
  /** Tells whoever watches how far it is. */
  say(line: string): void
}

export interface DrillResult {
  figures: [what: string, figure: string | number][]
  /** What did not hold, a line each. */
  violations: string[]
}
