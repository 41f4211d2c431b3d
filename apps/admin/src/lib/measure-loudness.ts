import type { Loudness } from '@segue/loudness'
import type { LoudnessAnswer, LoudnessRequest } from './loudness.worker.ts'

/** Decoded, sound takes up to half a gigabyte of these, and of nothing longer. */
const maxDurationMs = 20 * 60_000
const maxSizeBytes = 150 * 1024 ** 2
/** What most music has: then nothing is resampled. */
const sampleRate = 44_100
const secondsOfPiece = 10

/** Whether a file is short enough for it. */
export function isMeasurable(durationMs: number, sizeBytes: number): boolean {
  return durationMs <= maxDurationMs && sizeBytes <= maxSizeBytes
}

/**
 * How loud a file is, by ITU-R BS.1770-4. The browser decodes it, off the page's thread; a worker
 * measures it. One at a time, for the sake of memory.
 * @returns null where it is too long for that, of no kind that this browser decodes, or silent
 */
export function measureLoudness(
  file: Blob,
  durationMs: number,
  signal: AbortSignal,
): Promise<Loudness | null> {
  const measured = last.then(() => measure(file, durationMs, signal).catch(() => null))
  last = measured
  return measured
}

let last: Promise<unknown> = Promise.resolve()

async function measure(
  file: Blob,
  durationMs: number,
  signal: AbortSignal,
): Promise<Loudness | null> {
  if (!isMeasurable(durationMs, file.size) || signal.aborted) return null
  const context = new OfflineAudioContext({ length: 1, sampleRate })
  const sound = await context.decodeAudioData(await file.arrayBuffer())
  const worker = new Worker(new URL('loudness.worker.ts', import.meta.url), { type: 'module' })
  try {
    await ask(worker, { sampleRate, channels: sound.numberOfChannels })
    for (let at = 0; at < sound.length; at += secondsOfPiece * sampleRate) {
      signal.throwIfAborted()
      await ask(worker, { piece: pieceOf(sound, at) })
    }
    const answer = await ask(worker, { isEnd: true })
    return 'loudness' in answer ? answer.loudness : null
  } finally {
    worker.terminate()
  }
}

function pieceOf(sound: AudioBuffer, at: number): Float32Array<ArrayBuffer>[] {
  const length = Math.min(secondsOfPiece * sampleRate, sound.length - at)
  return Array.from({ length: sound.numberOfChannels }, (_, channel) => {
    const samples = new Float32Array(length)
    sound.copyFromChannel(samples, channel, at)
    return samples
  })
}

function ask(worker: Worker, request: LoudnessRequest): Promise<LoudnessAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data as LoudnessAnswer), {
      once: true,
    })
    worker.addEventListener('error', () => reject(new Error('The worker failed')), { once: true })
    const moved = 'piece' in request ? request.piece.map(({ buffer }) => buffer) : []
    worker.postMessage(request, moved)
  })
}
