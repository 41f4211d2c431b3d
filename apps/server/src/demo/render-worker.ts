import { parentPort } from 'node:worker_threads'
import type { Loudness } from '@segue/loudness'
import { albums } from './catalogue.ts'
import { measure } from './effects/measure.ts'
import { encodeMp3 } from './encoding/mp3.ts'
import { renderPiece } from './render-piece.ts'
import { seedOf } from './synth/random.ts'

/** The place of a track: its album's in the catalogue, and its own on the album. */
export interface TrackPlace {
  album: number
  track: number
}

/** A track as audio alone, and how loud it is. */
export interface RenderedTrack {
  mp3: Uint8Array
  loudness: Loudness
}

parentPort?.on('message', async ({ album, track }: TrackPlace) => {
  const entry = albums[album]?.tracks[track]
  if (!entry) throw new Error(`No track ${track} on album ${album}`)
  const sound = renderPiece(entry.piece, seedOf(entry.title))
  const rendered = { mp3: await encodeMp3(sound), loudness: measure(sound) }
  parentPort?.postMessage(rendered satisfies RenderedTrack)
})
