import { type Loudness, LoudnessMeter } from '@segue/loudness'
import { sampleRate } from '../synth/voice.ts'
import type { Stereo } from './stereo.ts'

/** How loud a piece is; its encoding, of variable bitrate, leaves that as it is. */
export function measure({ left, right }: Stereo): Loudness {
  const meter = new LoudnessMeter(sampleRate, 2)
  meter.add([left, right])
  const loudness = meter.result()
  if (!loudness) throw new Error('A piece that nobody could hear')
  return loudness
}
