import { createHash } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { AudioSource } from './audio-inspection.ts'
import { MediaRefusal, MediaUnavailable } from './media-errors.ts'

/**
 * Reads an object once, as a stream, into a file without a name, checking its size and SHA-256 on
 * the way. Parsers need to go back and forth (a trailing ID3v1, an MP4 whose moov comes last, a
 * second try without pictures), and 5 GiB may not be held in memory. The name is removed before
 * the first byte comes, so a process that dies leaves nothing behind.
 * @returns a file descriptor that the caller closes
 * @throws MediaRefusal upload_mismatch, MediaUnavailable
 */
export async function spool(source: AudioSource, folder: string): Promise<number> {
  const file = openNameless(folder)
  try {
    await download(source, file)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function openNameless(folder: string): number {
  const path = join(folder, `segue-${randomUUID()}`)
  try {
    const file = openSync(path, 'wx+', 0o600)
    rmSync(path)
    return file
  } catch (cause) {
    throw new MediaUnavailable('There is no room to check the file.', { cause })
  }
}

async function download(source: AudioSource, file: number): Promise<void> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytesOf(source)) {
    size += chunk.length
    if (size > source.sizeBytes) throw mismatch('The stored file is longer than announced.')
    hash.update(chunk)
    write(file, chunk)
  }
  if (size < source.sizeBytes) throw mismatch('The stored file is shorter than announced.')
  if (hash.digest('hex') !== source.sha256.toLowerCase()) {
    throw mismatch('The stored file is not the one that was announced: its SHA-256 differs.')
  }
}

async function* bytesOf({ url, etag }: AudioSource): AsyncGenerator<Uint8Array> {
  try {
    const response = await fetch(url, {
      // A store that redirects could send us anywhere.
      redirect: 'error',
      headers: { 'accept-encoding': 'identity', ...(etag && { 'if-match': etag }) },
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      if (response.status === 412) throw mismatch('The stored file was replaced meanwhile.')
      throw new MediaUnavailable(`The store answered ${response.status}.`)
    }
    if (response.body) yield* response.body
  } catch (cause) {
    if (cause instanceof MediaUnavailable || cause instanceof MediaRefusal) throw cause
    throw new MediaUnavailable('The store cannot be read.', { cause })
  }
}

function write(file: number, chunk: Uint8Array): void {
  try {
    for (let done = 0; done < chunk.length;) done += writeSync(file, chunk, done)
  } catch (cause) {
    throw new MediaUnavailable('There is no room to check the file.', { cause })
  }
}

function mismatch(message: string): MediaRefusal {
  return new MediaRefusal('upload_mismatch', message)
}
