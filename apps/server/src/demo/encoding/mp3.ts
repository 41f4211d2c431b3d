import { createMp3Encoder } from 'wasm-media-encoders'
import type { Stereo } from '../effects/stereo.ts'
import { sampleRate } from '../synth/voice.ts'
import { xingFrame } from './xing.ts'

const chunk = 1152 * 64
let ready: ReturnType<typeof createMp3Encoder> | undefined

/**
 * Encodes a piece as MP3 with LAME at variable bitrate, some 130 to 160 kbit/s, led by the Xing
 * frame that tells players its length and lets them seek; the encoder's port leaves it out.
 */
export async function encodeMp3(sound: Stereo): Promise<Uint8Array> {
  ready ??= createMp3Encoder()
  const encoder = await ready
  encoder.configure({ sampleRate, channels: 2, vbrQuality: 4 })
  const parts: Uint8Array[] = []
  for (let from = 0; from < sound.left.length; from += chunk) {
    const channels = [sound.left, sound.right].map((c) => c.subarray(from, from + chunk))
    parts.push(encoder.encode(channels).slice())
  }
  parts.push(encoder.finalize().slice())
  const frames = Buffer.concat(parts)
  return Buffer.concat([xingFrame(frames, sound.left.length), frames])
}
