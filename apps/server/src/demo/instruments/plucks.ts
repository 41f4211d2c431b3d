import { plucked } from '../synth/plucked.ts'

/** What is played on strings with fingers or a plectrum. */
export const plucks = {
  nylon: plucked({ decay: 3.2, damping: 0.32, brightness: 0.5, position: 0.22, release: 0.16 }),
  harp: plucked({ decay: 4.5, damping: 0.28, brightness: 0.4, position: 0.35, release: 0.9 }),
  gayageum: plucked({
    decay: 4.2,
    damping: 0.14,
    brightness: 0.75,
    position: 0.13,
    release: 0.8,
    vibrato: { rate: 5.2, depth: 0.22, delay: 0.22 },
    scoop: 0.35,
  }),
  uprightBass: plucked({
    decay: 2.6,
    damping: 0.42,
    brightness: 0.28,
    position: 0.25,
    release: 0.12,
  }),
  slapBass: plucked({ decay: 2.4, damping: 0.2, brightness: 0.8, position: 0.1, release: 0.06 }),
  mutedGuitar: plucked({
    decay: 0.9,
    damping: 0.2,
    brightness: 0.7,
    position: 0.15,
    release: 0.05,
  }),
}
