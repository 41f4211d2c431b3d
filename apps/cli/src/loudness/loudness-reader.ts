import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

import type { Loudness } from '@segue/loudness'

import type { LoudnessMessage } from './loudness-worker.ts'
import type { FileToMeasure } from './measure-file.ts'

const memoryMb = 256
/** A decoder that is silent for so long is lost in a hostile file. */
const patienceMs = 30_000

/**
 * Measures files in threads with a memory limit, one less at once than there are cores. What goes
 * wrong with one costs its loudness alone.
 */
export class LoudnessReader implements AsyncDisposable {
  readonly #patienceMs: number
  readonly #idle: (Worker | null)[]
  readonly #all = new Set<Worker>()
  readonly #waiting: ((thread: Worker | null) => void)[] = []
  #isClosed = false

  constructor({ threads = Math.max(1, availableParallelism() - 1), patience = patienceMs } = {}) {
    this.#patienceMs = patience
    this.#idle = Array.from({ length: threads }, () => null)
  }

  /** @returns null where it cannot be known, and once this is closed */
  async measure(file: FileToMeasure): Promise<Loudness | null> {
    const idle = await this.#take()
    if (this.#isClosed) return null
    const thread = idle ?? this.#start()
    const { loudness, isAlive } = await this.#ask(thread, file)
    if (!isAlive) {
      this.#all.delete(thread)
      void thread.terminate()
    }
    this.#giveBack(isAlive ? thread : null)
    return loudness
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true
    for (const take of this.#waiting.splice(0)) take(null)
    await Promise.all([...this.#all].map((thread) => thread.terminate()))
  }

  async #take(): Promise<Worker | null> {
    const thread = this.#idle.pop()
    return thread === undefined ? new Promise((take) => this.#waiting.push(take)) : thread
  }

  #giveBack(thread: Worker | null): void {
    const next = this.#waiting.shift()
    if (next) next(thread)
    else this.#idle.push(thread)
  }

  #ask(
    thread: Worker,
    file: FileToMeasure,
  ): Promise<{ loudness: Loudness | null; isAlive: boolean }> {
    const { promise, resolve } = Promise.withResolvers<{
      loudness: Loudness | null
      isAlive: boolean
    }>()
    const giveUp = () => resolve({ loudness: null, isAlive: false })
    const timer = setTimeout(giveUp, this.#patienceMs)
    const hear = (message: LoudnessMessage) => {
      if (message === 'going on') timer.refresh()
      else resolve({ ...message, isAlive: true })
    }
    thread.on('message', hear).on('error', giveUp).on('exit', giveUp)
    thread.postMessage(file)
    return promise.finally(() => {
      clearTimeout(timer)
      thread.off('message', hear).off('error', giveUp).off('exit', giveUp)
    })
  }

  #start(): Worker {
    const thread = new Worker(new URL('./loudness-worker.ts', import.meta.url), {
      name: 'loudness',
      // Decoders write of broken frames what nobody can use.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    this.#all.add(thread)
    // After an answer nobody else listens, and an unheard error would end the process.
    return thread.on('error', () => this.#all.delete(thread))
  }
}
