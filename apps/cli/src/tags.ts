import { Worker } from 'node:worker_threads'

/** What of a file's tags decides what is sent along with it. */
export interface FileTags {
  hasArtist: boolean
  hasAlbum: boolean
  hasPicture: boolean
}

/** What decides whether and how its loudness is measured. */
export interface SoundTags {
  hasLoudness: boolean
  channels: number | null
}

/** What the bytes of a file are; null where they say nothing that can be read. */
export interface TagsAnswer {
  /** A media type, as file-type names it. */
  type: string | null
  tags: (FileTags & SoundTags) | null
}

const memoryMb = 256
const timeoutMs = 15_000
const unknown: TagsAnswer = { type: null, tags: null }

/**
 * Reads tags in a thread with a memory limit: what a hostile file kills is that thread, and the
 * file counts as one without known tags. One file at a time.
 */
export class TagReader implements AsyncDisposable {
  readonly #timeoutMs: number
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: { timeoutMs?: number } = {}) {
    this.#timeoutMs = options.timeoutMs ?? timeoutMs
  }

  read(path: Buffer): Promise<TagsAnswer> {
    const answer = this.#last.then(() => this.#ask(path))
    this.#last = answer
    return answer
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.terminate()
  }

  #ask(path: Buffer): Promise<TagsAnswer> {
    const worker = (this.#worker ??= this.#start())
    const { promise, resolve } = Promise.withResolvers<TagsAnswer>()
    const giveUp = () => {
      if (this.#worker === worker) this.#worker = null
      void worker.terminate()
      resolve(unknown)
    }
    const timer = setTimeout(giveUp, this.#timeoutMs)
    worker.on('message', resolve).on('error', giveUp).on('exit', giveUp)
    worker.postMessage(path)
    return promise.finally(() => {
      clearTimeout(timer)
      worker.off('message', resolve).off('error', giveUp).off('exit', giveUp)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./tags-worker.ts', import.meta.url), {
      name: 'tags',
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const forget = () => {
      if (this.#worker === worker) this.#worker = null
    }
    // Between files nobody else listens, and an unheard error would end the process.
    return worker.on('error', forget).on('exit', forget)
  }
}
