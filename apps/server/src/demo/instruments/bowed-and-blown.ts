import { analog } from '../synth/analog.ts'

/** What holds a tone by bow or breath. */
export const bowedAndBlown = {
  strings: analog({
    wave: 'saw',
    unison: 4,
    detune: 22,
    attack: 0.22,
    release: 0.5,
    vibrato: { rate: 5.1, depth: 0.09, delay: 0.4 },
  }),
  cello: analog({
    wave: 'saw',
    unison: 2,
    detune: 9,
    sub: 0.1,
    attack: 0.16,
    release: 0.4,
    vibrato: { rate: 4.8, depth: 0.14, delay: 0.3 },
  }),
  flute: analog({
    wave: 'triangle',
    noise: 0.05,
    cutoff: 2600,
    attack: 0.06,
    decay: 0.4,
    sustain: 0.85,
    release: 0.14,
    vibrato: { rate: 5, depth: 0.16, delay: 0.28 },
  }),
  daegeum: analog({
    wave: 'triangle',
    noise: 0.12,
    cutoff: 3000,
    resonance: 0.1,
    attack: 0.09,
    release: 0.3,
    vibrato: { rate: 4.4, depth: 0.32, delay: 0.35 },
  }),
  reed: analog({
    wave: 'square',
    noise: 0.01,
    cutoff: 1100,
    sweep: 0.5,
    sweepDecay: 0.3,
    attack: 0.04,
    decay: 0.6,
    sustain: 0.8,
    release: 0.12,
    vibrato: { rate: 5.3, depth: 0.13, delay: 0.25 },
  }),
}
