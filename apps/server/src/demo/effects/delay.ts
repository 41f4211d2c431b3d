import { sampleRate } from '../synth/voice.ts'
import { silence } from './stereo.ts'
import type { Stereo } from './stereo.ts'

/** Echoes that jump from side to side and grow darker; time in seconds, feedback 0..1. */
export function pingPong(input: Stereo, time: number, feedback: number): Stereo {
  const samples = input.left.length
  const out = silence(samples)
  const gap = Math.max(1, Math.round(time * sampleRate))
  let lowLeft = 0
  let lowRight = 0
  for (let i = gap; i < samples; i++) {
    const from = i - gap
    const mono = ((input.left[from] as number) + (input.right[from] as number)) * 0.7
    lowLeft += 0.35 * (mono + (out.right[from] as number) * feedback - lowLeft)
    lowRight += 0.35 * ((out.left[from] as number) * 0.9 - lowRight)
    out.left[i] = lowLeft
    out.right[i] = lowRight
  }
  return out
}
