import { parentPort } from 'node:worker_threads'
import { albums } from './catalogue.ts'
import { encodeMp3 } from './encoding/mp3.ts'
import { renderPiece } from './render-piece.ts'
import { seedOf } from './synth/random.ts'

/** The place of a track: its album's in the catalogue, and its own on the album. */
export interface TrackPlace {
  album: number
  track: number
}

parentPort?.on('message', async ({ album, track }: TrackPlace) => {
  const entry = albums[album]?.tracks[track]
  if (!entry) throw new Error(`No track ${track} on album ${album}`)
  const mp3 = await encodeMp3(renderPiece(entry.piece, seedOf(entry.title)))
  parentPort?.postMessage(mp3)
})
