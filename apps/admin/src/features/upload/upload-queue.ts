import type { Track } from '../../lib/track.ts'
import { queries } from '../../lib/trpc.ts'
import {
  uploadFile,
  type UploadDetails,
  type UploadResult,
  type UploadStep,
} from './upload-file.ts'
import { fileRefusal } from './file-refusal.ts'
import { fillInLoudness } from './fill-in-loudness.ts'
import { mayPass, refusalSentence } from '../../lib/upload-refusal.ts'

export type UploadState =
  | { step: 'ready' | 'waiting' }
  | UploadStep
  | { step: 'duplicate'; isMeasuring: boolean }
  | { step: 'done'; track: Track; isMeasuring: boolean }
  | { step: 'refused'; sentence: string; canRetry: boolean }

/** One chosen file and what became of it. */
export interface Upload {
  id: number
  file: File
  details: UploadDetails
  state: UploadState
}

const atOnce = 2
const finished = new Set<UploadState['step']>(['done', 'duplicate'])

let uploads: readonly Upload[] = []
let nextId = 1
let measuring = new AbortController()
const running = new Map<number, AbortController>()
const listeners = new Set<() => void>()

/** The chosen files; the same list until something changes. */
export function currentUploads(): readonly Upload[] {
  return uploads
}

/** Calls back after every change; answers how to stop that. */
export function onUploadsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts files on the list; nothing is sent yet, and what can't be taken is refused at once. */
export function chooseFiles(files: readonly File[]): void {
  const chosen = files.map((file): Upload => {
    const sentence = fileRefusal(file)
    const state: UploadState =
      sentence === null ? { step: 'ready' } : { step: 'refused', sentence, canRetry: false }
    return { id: nextId++, file, details: {}, state }
  })
  replace([...uploads, ...chosen])
}

/** Begins to send what stands ready, all with the same details. */
export function startUploads(details: UploadDetails): void {
  replace(
    uploads.map((upload) =>
      upload.state.step === 'ready' ? { ...upload, details, state: { step: 'waiting' } } : upload,
    ),
  )
  fillLanes()
}

/** Tries a refused file again. */
export function retryUpload(id: number): void {
  setState(id, { step: 'waiting' })
  fillLanes()
}

/** Takes a file off the list, and stops sending it. */
export function removeUpload(id: number): void {
  replace(uploads.filter((upload) => upload.id !== id))
  running.get(id)?.abort()
}

/** Whether it needs no more attention. */
export function isFinished({ state }: Upload): boolean {
  return finished.has(state.step)
}

export function clearFinished(): void {
  replace(uploads.filter((upload) => !isFinished(upload)))
}

/** Takes every file off the list, and stops sending. */
export function clearAll(): void {
  replace([])
  for (const controller of running.values()) controller.abort()
  measuring.abort()
  measuring = new AbortController()
}

/** Whether files are on their way, or wait for it: they are lost with the page. */
export function isAnyUnderWay(): boolean {
  return uploads.some(({ state }) => state.step === 'waiting' || 'share' in state)
}

function fillLanes(): void {
  while (running.size < atOnce) {
    const upload = uploads.find(({ id, state }) => state.step === 'waiting' && !running.has(id))
    if (!upload) return
    void run(upload)
  }
}

async function run({ id, file, details }: Upload): Promise<void> {
  const controller = new AbortController()
  running.set(id, controller)
  try {
    const onStep = (state: UploadStep) => setState(id, state)
    const result = await uploadFile(file, details, onStep, controller.signal)
    void finish({ id, file }, result)
    void queries.tracks.list.invalidate()
  } catch (error) {
    setState(id, { step: 'refused', sentence: refusalSentence(error), canRetry: mayPass(error) })
  } finally {
    running.delete(id)
    fillLanes()
  }
}

/** The lane is free for the next file while this one is measured. */
async function finish({ id, file }: Pick<Upload, 'id' | 'file'>, result: UploadResult) {
  const state = (isMeasuring: boolean): UploadState =>
    'track' in result
      ? { step: 'done', track: result.track, isMeasuring }
      : { step: 'duplicate', isMeasuring }
  setState(id, state(true))
  const trackId = 'track' in result ? result.track.id : result.duplicateOf
  await fillInLoudness(file, trackId, measuring.signal)
  setState(id, state(false))
}

function setState(id: number, state: UploadState): void {
  replace(uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)))
}

function replace(changed: readonly Upload[]): void {
  uploads = changed
  for (const listener of listeners) listener()
}
