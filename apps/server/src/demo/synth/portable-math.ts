/**
 * The transcendental functions of the synthesiser, built only from operations that IEEE 754
 * rounds exactly: Math.sin and its kin may differ in the last bit between engines and processors,
 * and one bit is enough for another file hash.
 */

const tau = 2 * Math.PI

/** The sine of an angle in turns (1 is a full circle). */
export function sine(turns: number): number {
  let t = turns - Math.floor(turns + 0.5)
  if (t > 0.25) t = 0.5 - t
  else if (t < -0.25) t = -0.5 - t
  const x = t * tau
  const q = x * x
  const tail = 1 - (q / 110) * (1 - q / 156)
  return x * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * tail))))
}

/** The cosine of an angle in turns. */
export const cosine = (turns: number): number => sine(turns + 0.25)

/** The Taylor series of the exponential function, to 2e-10 where it is used. */
const series = [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40_320] as const
const [e0, e1, e2, e3, e4, e5, e6, e7, e8] = series

/** 2 to the power of x. */
export function exp2(x: number): number {
  const whole = Math.floor(x + 0.5)
  const r = (x - whole) * Math.LN2
  const tail = e4 + r * (e5 + r * (e6 + r * (e7 + r * e8)))
  let power = e0 + r * (e1 + r * (e2 + r * (e3 + r * tail)))
  for (let n = whole; n > 0; n--) power *= 2
  for (let n = whole; n < 0; n++) power *= 0.5
  return power
}

/** The amplitude of a level in decibels. */
export const fromDecibels = (decibels: number): number => exp2(decibels * 0.166096404744368)

/** The frequency in hertz of a MIDI pitch (69 is A4, 440 Hz); fractions are welcome. */
export const frequencyOf = (pitch: number): number => 440 * exp2((pitch - 69) / 12)

/** The factor by which a value falls each step so that it has lost 60 dB after so many steps. */
export const decayPerStep = (steps: number): number => exp2(-9.965784284662087 / Math.max(1, steps))

/** A smooth limit of a signal to -1..1: tanh's rational approximation. */
export function saturate(x: number): number {
  if (x > 3) return 1
  if (x < -3) return -1
  return (x * (27 + x * x)) / (27 + 9 * x * x)
}

const tableSize = 4096
/** One period of a sine and one more sample, for linear interpolation. */
const sineTable = Float64Array.from({ length: tableSize + 1 }, (_, i) => sine(i / tableSize))

/** A sine read from the table, for inner loops; the angle in turns must not be below 0. */
export function fastSine(turns: number): number {
  const position = (turns - Math.floor(turns)) * tableSize
  const index = position | 0
  const low = sineTable[index] as number
  return low + ((sineTable[index + 1] as number) - low) * (position - index)
}
