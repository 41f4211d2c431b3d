import { S3Error } from './s3-error.ts'

const MAX_LINE_BYTES = 8 * 1024

/**
 * Takes S3's `aws-chunked` framing off a body: `<hex size>\r\n<bytes>\r\n ... 0\r\n<trailers>\r\n`.
 * @param trailers receives the trailing headers, names in lower case, before the iteration ends
 * @throws S3Error IncompleteBody when the framing is wrong or the body ends early
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source)
  try {
    for (;;) {
      const size = chunkSize(await reader.line())
      if (size === 0) break
      yield* reader.take(size)
      if ((await reader.line()) !== '') throw new S3Error('IncompleteBody', 'A chunk is too long.')
    }
    for (let line = await reader.line(); line !== ''; line = await reader.line()) {
      const colon = line.indexOf(':')
      trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
    }
    await reader.expectEnd()
  } finally {
    await reader.close()
  }
}

function chunkSize(line: string): number {
  const match = /^([0-9a-f]{1,12})(;.*)?$/i.exec(line)
  if (!match?.[1]) throw new S3Error('IncompleteBody', 'A chunk has no size.')
  return Number.parseInt(match[1], 16)
}

class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    let end = this.#rest.indexOf('\r\n')
    while (end < 0) {
      if (this.#rest.length > MAX_LINE_BYTES) {
        throw new S3Error('IncompleteBody', 'A line of the chunked body is too long.')
      }
      this.#rest = Buffer.concat([this.#rest, await this.#next()])
      end = this.#rest.indexOf('\r\n')
    }
    const line = this.#rest.toString('latin1', 0, end)
    this.#rest = this.#rest.subarray(end + 2)
    return line
  }

  async *take(size: number): AsyncGenerator<Buffer> {
    let left = size
    while (left > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#next()
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async expectEnd(): Promise<void> {
    if (this.#rest.length > 0 || !(await this.#source.next()).done) {
      throw new S3Error('IncompleteBody', 'There are bytes after the last chunk.')
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }

  async #next(): Promise<Buffer> {
    const step = await this.#source.next()
    if (step.done) throw new S3Error('IncompleteBody', 'The chunked body ends early.')
    return step.value
  }
}
