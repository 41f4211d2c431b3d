import { fastSine } from './portable-math.ts'

export type Wave = 'saw' | 'square' | 'pulse' | 'triangle' | 'sine'

/** Adds a wave to a block and answers the phase after it; phase and step in turns. */
export function oscillate(
  buffer: Float64Array,
  samples: number,
  wave: Wave,
  phase: number,
  step: number,
): number {
  switch (wave) {
    case 'saw':
      return saw(buffer, samples, phase, step)
    case 'square':
      return pulse(buffer, samples, phase, step, 0.5)
    case 'pulse':
      return pulse(buffer, samples, phase, step, 0.25)
    case 'triangle':
      return triangle(buffer, samples, phase, step)
    case 'sine':
      for (let i = 0; i < samples; i++) {
        buffer[i] = (buffer[i] as number) + fastSine(phase)
        phase += step
      }
      return phase - Math.floor(phase)
  }
}

/** What to add around a jump so that it does not alias: polyBLEP (V. Välimäki, A. Huovilainen, 2007). */
function smoothing(phase: number, step: number): number {
  if (phase < step) {
    const t = phase / step
    return t + t - t * t - 1
  }
  if (phase > 1 - step) {
    const t = (phase - 1) / step
    return t * t + t + t + 1
  }
  return 0
}

function saw(buffer: Float64Array, samples: number, phase: number, step: number): number {
  for (let i = 0; i < samples; i++) {
    buffer[i] = (buffer[i] as number) + 2 * phase - 1 - smoothing(phase, step)
    phase += step
    if (phase >= 1) phase -= 1
  }
  return phase
}

function pulse(buffer: Float64Array, samples: number, phase: number, step: number, width: number) {
  const mean = 2 * width - 1
  for (let i = 0; i < samples; i++) {
    const fall = phase < width ? phase + 1 - width : phase - width
    const level = (phase < width ? 1 : -1) - mean
    buffer[i] = (buffer[i] as number) + level + smoothing(phase, step) - smoothing(fall, step)
    phase += step
    if (phase >= 1) phase -= 1
  }
  return phase
}

function triangle(buffer: Float64Array, samples: number, phase: number, step: number): number {
  for (let i = 0; i < samples; i++) {
    const value = phase < 0.25 ? phase * 4 : phase < 0.75 ? 2 - phase * 4 : phase * 4 - 4
    buffer[i] = (buffer[i] as number) + value
    phase += step
    if (phase >= 1) phase -= 1
  }
  return phase
}
