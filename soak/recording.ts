import { createHash } from 'node:crypto'

import { silence } from '../apps/server/src/test/calls.ts'
import { Random } from './random.ts'

/** A file of audio that no other number gives. */
export interface Recording {
  number: number
  title: string
  sizeBytes: number
  hasCover: boolean
}

const headerBytes = 44

/** @param number of the recording; all else is drawn */
export function drawRecording(number: number, random: Random): Recording {
  // Few are large: most of a round should be spent between the calls, not within one.
  const most = random.isOneIn(5) ? 4_000_000 : 200_000
  return {
    number,
    title: `Take ${String(number).padStart(5, '0')}`,
    sizeBytes: headerBytes + 2 * random.between(5_000, most / 2),
    hasCover: random.isOneIn(3),
  }
}

/** Noise as a WAV file; the same whenever it is asked for. */
export function bytesOf({ number, sizeBytes }: Recording): Buffer<ArrayBuffer> {
  const bytes = silence(sizeBytes - headerBytes)
  const noise = new Random(number)
  for (let at = headerBytes; at + 4 <= bytes.length; at += 4)
    bytes.writeUInt32LE(noise.between(0, 2 ** 32 - 1), at)
  return bytes
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
