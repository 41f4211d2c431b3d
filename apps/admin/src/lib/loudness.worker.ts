import { type Loudness, LoudnessMeter } from '@segue/loudness'

/** What the worker is told: how the sound is made, then all of it piece by piece, then its end. */
export type LoudnessRequest =
  | { sampleRate: number; channels: number }
  | { piece: Float32Array<ArrayBuffer>[] }
  | { isEnd: true }

/** An answer to each. */
export type LoudnessAnswer = { isReady: true } | { loudness: Loudness | null }

// The DOM's types know this scope as a window's, whose postMessage takes an origin.
const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>
const answer = (message: LoudnessAnswer) => scope.postMessage(message)

let meter: LoudnessMeter | null = null

scope.addEventListener('message', ({ data }: MessageEvent<LoudnessRequest>) => {
  if ('sampleRate' in data) meter = new LoudnessMeter(data.sampleRate, data.channels)
  else if ('piece' in data) meter?.add(data.piece)
  else return answer({ loudness: meter?.result() ?? null })
  answer({ isReady: true })
})
