import { closeSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { AudioInspection, AudioSource } from './audio-inspection.ts'
import { MediaRefusal, MediaUnavailable } from './media-errors.ts'
import type { MediaRefusalReason } from './media-errors.ts'
import { readAudio } from './read-audio.ts'
import { spool } from './spool.ts'

export interface InspectionJob {
  source: AudioSource
  spoolFolder: string
}

/** `spooled` comes first: from then on the store has done its part and the file is on trial. */
export type InspectionMessage =
  | { kind: 'spooled' }
  | { kind: 'inspected'; inspection: AudioInspection }
  | { kind: 'refused'; reason: MediaRefusalReason; message: string }
  | { kind: 'unavailable'; message: string; cause: string }

async function inspect(job: InspectionJob): Promise<AudioInspection> {
  const file = await spool(job.source, job.spoolFolder)
  try {
    post({ kind: 'spooled' })
    return await readAudio(file)
  } finally {
    closeSync(file)
  }
}

async function answer(job: InspectionJob): Promise<InspectionMessage> {
  try {
    return { kind: 'inspected', inspection: await inspect(job) }
  } catch (error) {
    if (error instanceof MediaUnavailable) {
      return { kind: 'unavailable', message: error.message, cause: String(error.cause ?? '') }
    }
    if (error instanceof MediaRefusal) {
      return { kind: 'refused', reason: error.reason, message: error.message }
    }
    // A parser lost in a hostile file throws anything at all.
    return { kind: 'refused', reason: 'not_audio', message: 'The file is damaged.' }
  }
}

function post(message: InspectionMessage): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', async (job: InspectionJob) => post(await answer(job)))
