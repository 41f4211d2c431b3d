import { Worker } from 'node:worker_threads'
import type { AudioInspection, AudioSource } from './audio-inspection.ts'
import type { InspectionJob, InspectionMessage } from './inspection-worker.ts'
import { MediaRefusal, MediaUnavailable } from './media-errors.ts'

export interface ThreadLimits {
  memoryMb: number
  timeoutMs: number
  spoolFolder: string
}

/** One worker thread, started for its first file and again after a death; one file at a time. */
export class InspectionThread {
  readonly #limits: ThreadLimits
  #worker: Worker | undefined
  #isClosed = false

  constructor(limits: ThreadLimits) {
    this.#limits = limits
  }

  async inspect(source: AudioSource): Promise<AudioInspection> {
    if (this.#isClosed) throw new MediaUnavailable('The server is stopping.')
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    try {
      return await this.#run(worker, source)
    } finally {
      worker.unref()
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./inspection-worker.ts', import.meta.url), {
      name: 'audio inspection',
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb },
    })
    // Between files nobody else listens, and an unheard error would end the process.
    worker.on('error', () => this.#forget(worker))
    worker.on('exit', () => this.#forget(worker))
    return worker
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined
  }

  #run(worker: Worker, source: AudioSource): Promise<AudioInspection> {
    const { timeoutMs, spoolFolder } = this.#limits
    const { promise, resolve, reject } = Promise.withResolvers<AudioInspection>()
    let isSpooled = false
    const onMessage = (message: InspectionMessage): void => {
      if (message.kind === 'spooled') isSpooled = true
      else if (message.kind === 'inspected') resolve(message.inspection)
      else reject(failure(message))
    }
    // Until the file is here, only the store or this machine can be at fault.
    const fail = (ofStore: string, ofFile: string, cause?: unknown): void => {
      if (this.#isClosed) reject(new MediaUnavailable('The server is stopping.'))
      else if (isSpooled) reject(new MediaRefusal('not_audio', ofFile, { cause }))
      else reject(new MediaUnavailable(ofStore, { cause }))
    }
    const onDeath = (cause?: unknown): void =>
      fail('Audio cannot be inspected.', 'The file needs too much memory to be read.', cause)
    const timer = setTimeout(() => {
      // Forgotten before it is dead, so that the next file gets a fresh one.
      this.#forget(worker)
      fail('The store is too slow.', 'The file takes too long to be read.')
      void worker.terminate()
    }, timeoutMs)
    worker.on('message', onMessage).on('error', onDeath).on('exit', onDeath)
    worker.postMessage({ source, spoolFolder } satisfies InspectionJob)
    return promise.finally(() => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onDeath).off('exit', onDeath)
    })
  }
}

function failure(message: Extract<InspectionMessage, { message: string }>): Error {
  return message.kind === 'refused'
    ? new MediaRefusal(message.reason, message.message)
    : new MediaUnavailable(message.message, { cause: message.cause })
}
