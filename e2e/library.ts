import type { RouterInputs, RouterOutputs, Segue } from '@segue/client'

import { mp4 } from '../packages/api/src/test/audio-fixtures.ts'
import { describeAudio, type TestAudio, wav } from '../packages/api/src/test/audio.ts'

const atOnce = 8

export type NewTrack = Omit<RouterInputs['tracks']['create'], 'uploadId'> & {
  title: string
  audio: TestAudio
}

/**
 * A WAV file of one pitch, in hertz. A fraction of a hertz is added, so that no two have the same
 * bytes: the library takes the same bytes once.
 */
export function tone({ pitch, seconds }: { pitch: number; seconds: number }): TestAudio {
  return wav({ seconds, pitch: pitch + Math.random() })
}

const stairRate = 44_100
const stairFrom = 440
const stairStep = 40

/** A WAV file whose pitch tells the second: each is 40 Hz above the one before. */
export function staircase(seconds: number): TestAudio {
  const { bytes: head } = wav({ seconds: 0 })
  const bytes = Buffer.alloc(head.length + seconds * stairRate * 2)
  bytes.set(head)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.writeUInt32LE(stairRate, 24)
  bytes.writeUInt32LE(stairRate * 2, 28)
  bytes.writeUInt32LE(bytes.length - head.length, 40)
  for (let at = 0; at < seconds * stairRate; at++) {
    const pitch = stairFrom + stairStep * Math.floor(at / stairRate)
    const sample = Math.sin((2 * Math.PI * pitch * at) / stairRate)
    bytes.writeInt16LE(Math.round(12_000 * sample), head.length + at * 2)
  }
  return describeAudio(Uint8Array.from(bytes), 'audio/wav')
}

/** The second of a staircase that is heard, by its pitch; null where nothing is. */
export function stairOf({ pitch }: { pitch: number }): number | null {
  return pitch === 0 ? null : Math.round((pitch - stairFrom) / stairStep)
}

/** A file that has all that the server looks for, and nothing in it that a browser can decode. */
export function undecodable(): TestAudio {
  const bytes = Buffer.from(mp4())
  crypto.getRandomValues(bytes.subarray(bytes.indexOf('mdat') + 4, bytes.indexOf('moov') - 4))
  return describeAudio(Uint8Array.from(bytes), 'audio/mp4')
}

/** Puts tracks into the library as any program would, some at a time: in no certain order. */
export async function addTracks(segue: Segue, tracks: readonly NewTrack[]): Promise<void> {
  const waiting = tracks.values()
  const lane = async () => {
    for (const track of waiting) await addTrack(segue, track)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

/** Puts one track into the library. */
export async function addTrack(
  segue: Segue,
  { audio, ...fields }: NewTrack,
): Promise<RouterOutputs['tracks']['create']> {
  const { bytes, ...announced } = audio
  const filename = fields.title
  const upload = await segue.tracks.presignUpload.mutate({ filename, ...announced })
  if (!('url' in upload)) throw new Error(`the library has the bytes of ${filename} already`)
  const { url, headers } = upload
  const { ok, status } = await fetch(url, { method: 'PUT', headers, body: bytes.slice() })
  if (!ok) throw new Error(`the store answered ${status} to the upload of ${filename}`)
  return segue.tracks.create.mutate({ uploadId: upload.uploadId, ...fields })
}

/**
 * What a playlist holds, but for how often its tracks were played: who plays a mix of the whole
 * library in another test may play them too.
 */
export async function entriesOf(segue: Segue, id: string) {
  const answer = await segue.playlists.tracks.query({ id })
  const items = answer.items.map((entry) => ({ ...entry, track: { ...entry.track, playCount: 0 } }))
  return { ...answer, items }
}
