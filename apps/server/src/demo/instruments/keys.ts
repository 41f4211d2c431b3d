import { struck } from '../synth/struck.ts'
import type { Mode } from '../synth/struck.ts'
import { tine } from '../synth/tine.ts'

/** The partials of a piano string: slightly sharp of the harmonics, the hammer's spot missing. */
const pianoModes: Mode[] = Array.from({ length: 11 }, (_, i) => {
  const n = i + 1
  const strength = (n % 8 === 0 ? 0.15 : 1) / (n * Math.sqrt(n))
  return {
    ratio: n * Math.sqrt(1 + 0.0004 * n * n),
    level: 0.42 * strength,
    decay: 9 / (1 + 0.55 * i),
  }
})
// The second string of a note, a hair out of tune: its beating keeps the tone alive.
const secondString: Mode[] = pianoModes
  .slice(0, 3)
  .map((mode) => ({ ratio: mode.ratio * 1.0007, level: mode.level * 0.6, decay: mode.decay * 1.2 }))

/** What is played on keys or with mallets. */
export const keys = {
  piano: struck({
    modes: [...pianoModes, ...secondString],
    release: 0.35,
    touch: 0.55,
    hammer: { level: 0.25, decay: 0.05 },
  }),
  feltPiano: struck({
    modes: [...pianoModes.slice(0, 6), ...secondString],
    release: 0.5,
    touch: 1.1,
    hammer: { level: 0.5, decay: 0.07 },
  }),
  vibraphone: struck({
    modes: [
      { ratio: 1, level: 0.6, decay: 4.5 },
      { ratio: 4, level: 0.14, decay: 1.6 },
      { ratio: 10.2, level: 0.04, decay: 0.4 },
    ],
    release: 0.6,
    touch: 0.9,
  }),
  musicBox: struck({
    modes: [
      { ratio: 1, level: 0.5, decay: 3.4 },
      { ratio: 2.002, level: 0.12, decay: 2.2 },
      { ratio: 5.42, level: 0.1, decay: 0.7 },
      { ratio: 8.9, level: 0.05, decay: 0.3 },
    ],
    release: 2.2,
    touch: 0.4,
    hammer: { level: 0.12, decay: 0.012 },
  }),
  electricPiano: tine({
    ratio: 1,
    depth: 2.1,
    depthDecay: 1.6,
    decay: 5,
    release: 0.28,
    bell: { ratio: 14, level: 0.1, decay: 0.25 },
  }),
  glassBell: tine({
    ratio: 3.5,
    depth: 1.5,
    depthDecay: 1.1,
    decay: 3.5,
    release: 1.2,
    bell: { ratio: 7, level: 0.06, decay: 0.5 },
  }),
}
