import { describe, expect, it } from 'vitest'
import { decodeAwsChunked } from './aws-chunked.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size))
}

async function decode(text: string, size = 7) {
  const trailers = new Map<string, string>()
  const chunks: Buffer[] = []
  for await (const chunk of decodeAwsChunked(inPieces(text, size), trailers)) chunks.push(chunk)
  return { body: Buffer.concat(chunks).toString(), trailers: Object.fromEntries(trailers) }
}

const FRAMED = '5\r\nhello\r\nA\r\n\r\nworld!!!\r\n0\r\nX-Amz-Checksum-CRC32: abc=\r\n\r\n'

describe('an aws-chunked body', () => {
  it.each([1, 2, 3, 64, 1000])(
    'is the same however it arrives, in pieces of %i bytes',
    async (size) => {
      expect(await decode(FRAMED, size)).toEqual({
        body: 'hello\r\nworld!!!',
        trailers: { 'x-amz-checksum-crc32': 'abc=' },
      })
    },
  )

  it('may be empty and without a trailer', async () => {
    expect(await decode('0\r\n\r\n')).toEqual({ body: '', trailers: {} })
  })

  it.each([
    ['ends early', '5\r\nhel'],
    ['ends before its last chunk', '5\r\nhello\r\n'],
    ['ends before its trailer does', '0\r\nx: y\r\n'],
    ['has a chunk longer than its size', '5\r\nhello!\r\n0\r\n\r\n'],
    ['has a size that is none', '-5\r\nhello\r\n0\r\n\r\n'],
    ['goes on after its end', '0\r\n\r\nmore'],
    ['has an endless line', '5'.repeat(20_000)],
  ])('is refused when it %s', async (_what, text) => {
    await expect(decode(text, 1000)).rejects.toMatchObject({ code: 'IncompleteBody' })
  })
})
