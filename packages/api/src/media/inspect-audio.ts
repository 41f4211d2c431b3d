import { tmpdir } from 'node:os'
import type { AudioInspection, AudioSource } from './audio-inspection.ts'
import { InspectionThread } from './inspection-thread.ts'
import { MediaUnavailable } from './media-errors.ts'

export type { AudioInspection, AudioSource, AudioTags, LoudnessTags } from './audio-inspection.ts'
export { MediaRefusal, MediaUnavailable } from './media-errors.ts'

export interface InspectorLimits {
  /** Threads at work at once; each may spool one file. */
  threads: number
  /** Files that wait for a thread, besides; more are refused as MediaUnavailable. */
  waiting: number
  /** Of a thread's heap; one that needs more dies, which refuses the file. */
  memoryMb: number
  /** For one file, from the first request to the answer. */
  timeoutMs: number
  /** Where files wait, without a name, while they are read: needs room for the largest. */
  spoolFolder: string
}

export interface AudioInspector {
  /**
   * Reads a stored object once and says what audio it holds, by its content alone. Parsing happens
   * in a worker thread with limits of memory and time; its death is a refusal.
   * @throws MediaRefusal upload_mismatch when version, size or SHA-256 differ from what was
   *   announced; not_audio when it is not audio that browsers play, or is damaged, or breaks the
   *   limits
   * @throws MediaUnavailable when the store fails or is too slow, the disk is full, or too many
   *   files wait
   */
  inspect(source: AudioSource): Promise<AudioInspection>
  /** Ends the threads; what is being inspected fails as MediaUnavailable. */
  close(): Promise<void>
}

/**
 * A small pool of threads that start when first needed, are used again for the next file (a cold
 * one takes some 150 ms) and are replaced after a death. It does not keep a process alive.
 */
export function createAudioInspector(limits: Partial<InspectorLimits> = {}): AudioInspector {
  const {
    threads,
    waiting: mayWait,
    ...thread
  } = {
    threads: 2,
    waiting: 32,
    memoryMb: 256,
    timeoutMs: 60_000,
    spoolFolder: tmpdir(),
    ...limits,
  }
  const all = Array.from({ length: threads }, () => new InspectionThread(thread))
  const idle = [...all]
  const waiting: ((thread: InspectionThread) => void)[] = []

  async function takeThread(): Promise<InspectionThread> {
    const thread = idle.pop()
    if (thread) return thread
    if (waiting.length >= mayWait) throw new MediaUnavailable('Too many files wait to be checked.')
    return new Promise((take) => waiting.push(take))
  }

  return {
    async inspect(source) {
      const thread = await takeThread()
      try {
        return await thread.inspect(source)
      } finally {
        const next = waiting.shift()
        if (next) next(thread)
        else idle.push(thread)
      }
    },
    async close() {
      await Promise.all(all.map((thread) => thread.close()))
    },
  }
}
