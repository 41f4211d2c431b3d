import { parentPort } from 'node:worker_threads'

import type { Loudness } from '@segue/loudness'

import { type FileToMeasure, measureFile } from './measure-file.ts'

/** `going on`, as often as a piece is done; at last the result. */
export type LoudnessMessage = 'going on' | { loudness: Loudness | null }

const say = (message: LoudnessMessage) => parentPort?.postMessage(message)

parentPort?.on('message', async (file: FileToMeasure) => {
  const loudness = await measureFile(file, () => say('going on')).catch(() => null)
  say({ loudness })
})
