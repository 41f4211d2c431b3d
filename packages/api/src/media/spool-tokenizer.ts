import { fstatSync, readSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import { AbstractTokenizer, EndOfStreamError } from 'strtok3'
import type { IRandomAccessFileInfo, IRandomAccessTokenizer, IReadChunkOptions } from 'strtok3'
import { MediaRefusal } from './media-errors.ts'

const WINDOW_BYTES = 256 * 1024
/** No single value of a sane file (a picture, lyrics) is longer. */
const VALUE_BYTES = 64 * 1024 * 1024
/** Buffers live outside the heap, where resourceLimits does not reach. */
const BUFFERS_BYTES = 512 * 1024 * 1024

/**
 * Random access to a spooled file for parsers that read a few bytes at a time: reads go through
 * one window, synchronously, because a promise and a system call for each of a million Ogg pages
 * take minutes. For worker threads only.
 */
export class SpoolTokenizer extends AbstractTokenizer implements IRandomAccessTokenizer {
  readonly fileInfo: IRandomAccessFileInfo
  readonly #file: number
  readonly #window = Buffer.allocUnsafe(WINDOW_BYTES)
  #start = 0
  #end = 0

  /**
   * @param mimeType what the content was found to be; it selects music-metadata's parser
   * @param size where the file is to end, when not where it does
   */
  constructor(file: number, mimeType?: string, size = fstatSync(file).size) {
    super({ maxBufferSize: VALUE_BYTES })
    this.#file = file
    this.fileInfo = { size, ...(mimeType && { mimeType }) }
  }

  get size(): number {
    return this.fileInfo.size
  }

  /** Up to `length` bytes at `position`; the view holds until the next call. */
  view(position: number, length: number): Buffer {
    const end = Math.min(position + length, this.size)
    if (position < this.#start || end > this.#end) this.#fill(position)
    const from = Math.min(position - this.#start, this.#end - this.#start)
    return this.#window.subarray(from, Math.min(from + length, this.#end - this.#start))
  }

  override supportsRandomAccess(): boolean {
    return true
  }

  setPosition(position: number): void {
    this.validateLength(position, 'position')
    this.position = position
  }

  override async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess } = this.normalizeOptions(target, options)
    const count = this.#copy(target, position, length, mayBeLess)
    this.position = position + count
    return count
  }

  override async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess } = this.normalizeOptions(target, options)
    return this.#copy(target, position, length, mayBeLess)
  }

  #copy(target: Uint8Array, position: number, length: number, mayBeLess = false): number {
    const count = Math.max(0, Math.min(length, this.size - position))
    if (count < length && !mayBeLess) throw new EndOfStreamError()
    for (let done = 0; done < count;) {
      const part = this.view(position + done, Math.min(count - done, WINDOW_BYTES))
      if (part.length === 0) throw new EndOfStreamError()
      target.set(part, done)
      done += part.length
    }
    return count
  }

  #fill(position: number): void {
    if (getHeapStatistics().external_memory > BUFFERS_BYTES) {
      throw new MediaRefusal('not_audio', 'The file needs too much memory to be read.')
    }
    this.#start = position
    this.#end = position + readSync(this.#file, this.#window, 0, WINDOW_BYTES, position)
  }
}
